import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { createSerial } from '../serial.js'

/** A thread that does one task at a time, beside the one that serves everybody. */
export interface Thread<Task, Reply> {
  /** @throws ThreadError, or what the task threw */
  perform(task: Task): Promise<Reply>
  close(): Promise<void>
}

/** The task was not done, and the thread is ready for another. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError'

  constructor(
    readonly code: 'too-slow' | 'too-busy',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export interface ThreadOptions {
  /** How long one task may take, milliseconds. */
  deadlineMs?: number
  /** Node options of the thread; this process's own by default. */
  execArgv?: string[]
}

/**
 * What people send in may be slow to read or hungry, and then costs its sender a refusal and nobody else anything.
 * @param entry a module that answers each message with one message, after a first one that says it is ready
 * @see docs/spec.md M4
 */
export function createThread<Task, Reply>(entry: URL, options: ThreadOptions = {}): Thread<Task, Reply> {
  const { deadlineMs = 5_000, execArgv } = options
  const inTurn = createSerial()
  let thread: Promise<Worker> | undefined
  let waiting = 0

  async function open(): Promise<Worker> {
    const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: 512 }, ...(execArgv && { execArgv }) })
    worker.on('error', drop)
    await once(worker, 'message')
    // An idle thread is no reason to keep the process running.
    worker.unref()
    return worker
  }

  function drop(): void {
    thread = undefined
  }

  async function run(task: Task): Promise<Reply> {
    thread ??= open()
    const worker = await thread.catch((error: unknown) => {
      drop()
      throw error
    })
    const deadline = AbortSignal.timeout(deadlineMs)
    try {
      const reply = once(worker, 'message', { signal: deadline })
      worker.postMessage(task)
      const [message]: Reply[] = await reply
      if (message !== undefined) return message
      throw new Error('The thread answered nothing.')
    } catch (cause) {
      drop()
      await worker.terminate()
      if (!deadline.aborted && !isOutOfMemory(cause)) throw cause
      throw new ThreadError('too-slow', 'The task took too long.', { cause })
    }
  }

  return {
    async perform(task) {
      if (waiting >= maxWaiting) throw new ThreadError('too-busy', 'Too many tasks are waiting.')
      waiting += 1
      try {
        return await inTurn('thread', () => run(task))
      } finally {
        waiting -= 1
      }
    },

    async close() {
      const worker = await thread
      drop()
      await worker?.terminate()
    },
  }
}

const maxWaiting = 20

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
