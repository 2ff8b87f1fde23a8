import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { within } from '../../../accept/watched.js'
import type { CrowdCommand, CrowdNews, CrowdTask } from './task.js'

/** People who type in a record over sockets of their own, in a process of their own. */
export interface Crowd {
  /** Begins. */
  type(): void
  /** Resolves at the end, with when the first of them pressed each key: Unix time, milliseconds. */
  readonly done: Promise<readonly number[]>
  end(): Promise<void>
}

/** Resolves when all have the record open. */
export async function seatCrowd(task: CrowdTask): Promise<Crowd> {
  const child = fork(fileURLToPath(new URL('process.ts', import.meta.url)), [JSON.stringify(task)])
  const ended = once(child, 'exit')
  const news = async (kind: CrowdNews['kind'], ms: number): Promise<CrowdNews> => {
    const gone = ended.then(() => Promise.reject(new Error('The people at the table left before their time.')))
    const [message]: CrowdNews[] = await within(
      Promise.race([once(child, 'message'), gone]),
      ms,
      `people who are ${kind}`,
    )
    if (message?.kind !== kind) throw new Error(`The people at the table were to be ${kind}.`)
    return message
  }
  const end = async () => {
    child.kill('SIGKILL')
    await ended
  }
  try {
    await news('seated', seatedWithinMs)
  } catch (error) {
    await end()
    throw error
  }
  const done = news('done', task.forMs + doneWithinMs).then((message) =>
    message.kind === 'done' ? message.pressedAt : [],
  )
  return { type: () => void child.send('type' satisfies CrowdCommand), done, end }
}

const seatedWithinMs = 30_000
const doneWithinMs = 30_000
