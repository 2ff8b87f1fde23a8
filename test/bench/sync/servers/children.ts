import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A process that was started here and has said that it is ready. */
export interface Child {
  readonly pid: number
  /** What matched `ready`. */
  readonly greeting: RegExpExecArray
  /** Sends a message to a process with a probe in it, and waits for the answer. */
  ask(question: string): Promise<unknown>
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export interface ChildOptions {
  /** The processor it is pinned to. */
  readonly cpu: number
  /** What it prints once it can be used. */
  readonly ready: RegExp
  readonly env?: Readonly<Record<string, string>>
  /** Whether it is to be asked things. */
  readonly probe?: boolean
}

/** The process did not come up, or went; `output` is what it said. */
export class ChildEnded extends Error {
  readonly code = 'child-ended'
  override readonly name = 'ChildEnded'
  constructor(argv: readonly string[], output: string) {
    super(`${argv.join(' ')} ended before it was ready:\n${output}`)
  }
}

/** Starts Node with `argv` on one processor. Whatever becomes of this process, the child does not outlive it. @throws ChildEnded */
export async function startChild(argv: readonly string[], options: ChildOptions): Promise<Child> {
  const child = spawn('taskset', ['-c', String(options.cpu), process.execPath, ...argv], {
    env: { ...process.env, NODE_ENV: 'production', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', ...(options.probe === true ? ['ipc' as const] : [])],
  })
  watch(child)
  const greeting = await greetingOf(child, argv, options.ready)
  const { pid } = child
  if (pid === undefined) throw new ChildEnded(argv, '')
  return {
    pid,
    greeting,
    async ask(question) {
      const answer = once(child, 'message')
      child.send(question)
      const [value]: unknown[] = await answer
      return value
    },
    async end(signal) {
      if (hasEnded(child)) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
  }
}

/** What happens to children, for somebody who outlives this process. */
export type ChildNews = { started: number } | { ended: number }

/** Has `tell` told of every child from now on. */
export function reportChildren(tell: (news: ChildNews) => void): void {
  report = tell
}

let report: ((news: ChildNews) => void) | undefined
const living = new Set<ChildProcess>()

function watch(child: ChildProcess): void {
  if (living.size === 0) process.once('exit', killAll)
  living.add(child)
  const { pid } = child
  if (pid !== undefined) report?.({ started: pid })
  child.once('exit', () => {
    living.delete(child)
    if (pid !== undefined) report?.({ ended: pid })
  })
}

function killAll(): void {
  for (const child of living) child.kill('SIGKILL')
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

function greetingOf(child: ChildProcess, argv: readonly string[], ready: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let output = ''
    const hear = (chunk: Buffer) => {
      output = (output + String(chunk)).slice(-20_000)
      const greeting = ready.exec(output)
      if (greeting !== null) resolve(greeting)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', () => reject(new ChildEnded(argv, output)))
  })
}
