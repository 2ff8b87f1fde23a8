import { setTimeout as wait } from 'node:timers/promises'

/** Something that is due at a moment, milliseconds after the beginning. */
export interface Step {
  readonly atMs: number
  act(): void
}

/** Takes each step when it is due, however the others are answered. A late step is taken at once, not left out. */
export async function pace(steps: readonly Step[]): Promise<void> {
  const inTurn = [...steps].sort((a, b) => a.atMs - b.atMs)
  const start = performance.now()
  for (const step of inTurn) {
    const early = step.atMs - (performance.now() - start)
    if (early > 0) await wait(early)
    step.act()
  }
}
