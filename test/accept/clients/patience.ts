import { setTimeout as pause } from 'node:timers/promises'

const giveUpAfterMs = 60_000
const longestPauseMs = 2_000

/**
 * Opens a socket as a client does that is told to come later (429, 503, or a reset): again, after a pause of any length up to
 * twice the last one's limit.
 * @throws what `open` throws for any other reason, or in the end.
 */
export async function untilLetIn<T>(open: () => Promise<T>, onTurnedAway?: () => void): Promise<T> {
  const mayTryAgain = createPatience()
  for (;;) {
    try {
      return await open()
    } catch (error) {
      const isLater = error instanceof Error && /response: (429|503)|ECONNRESET/.test(error.message)
      if (!isLater || !(await mayTryAgain())) throw error
      onTurnedAway?.()
    }
  }
}

/** The same for a request. @returns the last answer, which is 429 or 503 only in the end. */
export async function untilAnswered(ask: () => Promise<Response>): Promise<Response> {
  const mayTryAgain = createPatience()
  for (;;) {
    const response = await ask()
    const isLater = response.status === 429 || response.status === 503
    if (!isLater || !(await mayTryAgain())) return response
  }
}

/** @returns what pauses, longer each time, and tells whether it is worth another try. */
function createPatience(): () => Promise<boolean> {
  const since = performance.now()
  let limitMs = 100
  return async () => {
    if (performance.now() - since > giveUpAfterMs) return false
    await pause(Math.random() * limitMs)
    limitMs = Math.min(limitMs * 2, longestPauseMs)
    return true
  }
}
