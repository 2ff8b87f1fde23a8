/** Something that changes, and promises that wait for it. */
export interface Watched {
  /** To be called after each change. */
  changed(): void
  /**
   * Resolves with what `look` finds as soon as it finds something.
   * @param what what is waited for, in words, for the error of a wait in vain.
   * @throws WaitedInVain
   */
  until<T>(what: string, look: () => T | undefined | false, withinMs?: number): Promise<T>
}

/** Something did not come in the time it was given. */
export class WaitedInVain extends Error {
  readonly code = 'waited-in-vain'
  override readonly name = 'WaitedInVain'
  constructor(what: string, ms: number) {
    super(`Waited ${ms} ms in vain for ${what}.`)
  }
}

/** How long an event may take on a machine that is busy with other things. */
const patienceMs = 60_000

export function createWatched(): Watched {
  const waiting = new Set<() => void>()
  return {
    changed() {
      for (const retry of [...waiting]) retry()
    },
    until(what, look, withinMs = patienceMs) {
      return within(found(look), withinMs, what)
    },
  }

  function found<T>(look: () => T | undefined | false): Promise<T> {
    return new Promise((resolve, reject) => {
      function attempt() {
        try {
          const value = look()
          if (value === undefined || value === false) return
          resolve(value)
        } catch (error) {
          reject(error)
        }
        waiting.delete(attempt)
      }
      waiting.add(attempt)
      attempt()
    })
  }
}

/** `promise`, unless it takes too long. @throws WaitedInVain */
export async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WaitedInVain(what, ms)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
