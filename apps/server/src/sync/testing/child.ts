import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { sourceArgv, sourcePath } from '../../testing/source-process.js'

/** A process beside the test's own, and the first line that it said. */
export interface Child {
  readonly process: ChildProcess & { readonly stdout: Readable }
  readonly line: string
}

/** Runs a script of this folder; it is killed when the test ends. @param execArgv more options of Node's own */
export async function startChild(
  script: string,
  args: readonly string[],
  execArgv: readonly string[] = [],
): Promise<Child> {
  const child = spawn(process.execPath, [...sourceArgv, ...execArgv, sourcePath(`sync/testing/${script}`), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(child.stdout, 'data')
  return { process: child, line: String(line).trim() }
}
