import type { TestContext } from 'vitest'
import { NotPossibleHere, perform, type Run } from './run.js'

/** The same every time, so that a failure is one; `ACCEPT_SEED` tells another story. */
const seed = Number(process.env.ACCEPT_SEED ?? 1_729)

/** A run as a test: as short as it can be, with its figures in the test's output. */
export function short(run: Run): (test: TestContext) => Promise<void> {
  return async ({ skip }) => {
    const lines: string[] = []
    try {
      await perform(run, { seed, long: false, print: (line) => lines.push(line) })
    } catch (error) {
      if (error instanceof NotPossibleHere) skip(`${run.name} is not possible here. ${error.message}`)
      throw error
    } finally {
      console.log(lines.join('\n'))
    }
  }
}
