import { BadFrame } from '../sync-error.js'
import type { Run, UpdateFacts } from './update-reader.js'

/** How many structs of a client are there, counted from 0 without a hole. */
export type ClockOf = (client: number) => number

/**
 * Whether an update can be applied whole on top of `have`: nothing it stands on and nothing it deletes is missing.
 * @returns the clocks of its clients afterwards, or `undefined` for a gap.
 * @throws BadFrame where its clients wait for one another more often than any real document makes them
 * @see docs/spec.md S6
 */
export function advance({ runs, deletes }: UpdateFacts, have: ClockOf): ReadonlyMap<number, number> | undefined {
  if (runs.some((run) => run.from > have(run.client))) return undefined
  const reached = new Map<number, number>()
  const clock = (client: number) => Math.max(reached.get(client) ?? 0, have(client))
  const isDeletable = () => deletes.every((range) => range.to <= clock(range.client))
  // Nearly always everything is there.
  if (runs.every((run) => run.dependencies.every((needed) => needed.clock < have(needed.client)))) {
    for (const run of runs) reached.set(run.client, Math.max(reached.get(run.client) ?? 0, run.to))
    return isDeletable() ? reached : undefined
  }
  const ready: Progress[] = runs.map((run) => ({ run, next: 0 }))
  const waiting = new Map<number, Progress[]>()
  let unfinished = runs.length
  let steps = 0

  for (let progress = ready.pop(); progress !== undefined; progress = ready.pop()) {
    const { run } = progress
    const blocker = follow(progress, clock)
    reached.set(run.client, Math.max(reached.get(run.client) ?? 0, blocker?.at ?? run.to))
    if (blocker === undefined) unfinished -= 1
    else queueFor(waiting, blocker.client, progress)

    const waiters = waiting.get(run.client) ?? []
    steps += 1 + waiters.length
    if (steps > mostSteps) throw new BadFrame('The update is too entangled to be checked.')
    waiting.set(run.client, [])
    for (const waiter of waiters) {
      if (isMet(waiter, clock)) ready.push(waiter)
      else queueFor(waiting, run.client, waiter)
    }
  }
  return unfinished === 0 && isDeletable() ? reached : undefined
}

/** A run, and the first of its dependencies that was not seen to be met. */
interface Progress {
  run: Run
  next: number
}

/** Goes on to the first dependency that is not met. */
function follow(progress: Progress, clock: ClockOf): Run['dependencies'][number] | undefined {
  while (isMet(progress, clock)) {
    if (progress.next === progress.run.dependencies.length) return undefined
    progress.next += 1
  }
  return progress.run.dependencies[progress.next]
}

function isMet({ run, next }: Progress, clock: ClockOf): boolean {
  const dependency = run.dependencies[next]
  return dependency === undefined || dependency.clock < clock(dependency.client)
}

function queueFor(waiting: Map<number, Progress[]>, client: number, progress: Progress): void {
  const waiters = waiting.get(client)
  if (waiters === undefined) waiting.set(client, [progress])
  else waiters.push(progress)
}

/** About a tenth of a second; fifty people who wrote every other word of a long record stay well below. */
const mostSteps = 10_000_000
