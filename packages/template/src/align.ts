import { matchKey } from './keys.js'
import { type Capture, matchLine } from './match.js'
import type { Course, Step } from './steps.js'

/** A line of a file that is not blank, and the block it stands in. */
export interface FileLine {
  readonly text: string
  readonly block: string
}

/** What became of the lines of a file. */
export interface Alignment {
  /** In the file's order. */
  readonly moves: readonly Move[]
}

export type Move =
  /** The line is a line of the template; `again` names the loops whose next item it starts. */
  | {
      readonly type: 'match'
      readonly line: number
      readonly step: number
      readonly captures: readonly Capture[]
      readonly again: number | null
    }
  /** The line belongs to a prose slot. */
  | { readonly type: 'prose'; readonly line: number; readonly step: number }
  /** Nothing in the template takes the line. */
  | { readonly type: 'unplaced'; readonly line: number }

const unplacedCost = 2
/** Makes a line of the template win over the prose beside it. */
const proseCost = 0.001

interface Trace {
  readonly previous: Trace | null
  readonly line: number
  readonly step: number
  readonly captures: readonly Capture[] | null
  readonly again: number | null
}

/**
 * Lays a file along a course in the cheapest way: every line of the template that is missing costs, and every line of
 * the file that finds no place costs more. Linear in the lines of the file times those of the template.
 *
 * A position is the step expected next. At a prose slot, lines are taken in for next to nothing; anywhere else a line
 * that is not expected is unplaced.
 */
export function align({ steps, loops }: Course, lines: readonly FileLine[]): Alignment {
  const skipped = prefixSums(steps)
  const skip = (from: number, to: number) => (skipped[to] ?? 0) - (skipped[from] ?? 0)
  let costs = steps.map((_, at) => (at === 0 ? 0 : Number.POSITIVE_INFINITY))
  costs.push(Number.POSITIVE_INFINITY)
  let traces: (Trace | null)[] = costs.map(() => null)

  lines.forEach((line, number) => {
    const reach = cheapestReach(costs, skipped)
    const nextCosts = costs.map((cost, at) => cost + (steps[at]?.prose ? proseCost : unplacedCost))
    const nextTraces = [...traces]
    const offer = (
      at: number,
      cost: number,
      from: number,
      step: number,
      captures: readonly Capture[] | null,
      again: number | null,
    ) => {
      if (cost >= (nextCosts[at] ?? 0)) return
      nextCosts[at] = cost
      nextTraces[at] = { previous: traces[from] ?? null, line: number, step, captures, again }
    }
    steps.forEach((step, at) => {
      const [from = 0, cost = 0] = reach[at] ?? []
      if (step.prose !== undefined) offer(at, cost + proseCost, from, at, null, null)
      const captures = capturesOf(step, line)
      if (captures === null) return
      offer(at + 1, cost, from, at, captures, null)
      loops.forEach((loop, again) => {
        if (at < loop.start || at >= loop.end) return
        for (let s = loop.start + 1; s <= loop.end; s += 1) {
          offer(at + 1, (costs[s] ?? 0) + skip(s, loop.end) + skip(loop.start, at), s, at, captures, again)
        }
      })
    })
    costs = nextCosts
    traces = nextTraces
  })

  const last = cheapestReach(costs, skipped).at(-1)?.[0] ?? 0
  return { moves: movesOf(traces[last] ?? null, steps, lines.length) }
}

/** A prose slot's own placeholder is a line of the template, too. */
function capturesOf({ line, prose }: Step, { text, block }: FileLine): readonly Capture[] | null {
  if (block !== line.block) return null
  if (prose === undefined) return matchLine(line.parts, text)
  const name = /^\{\{([A-Z][A-Z0-9_]*)\}\}[ \t]*$/.exec(text)?.[1]
  return name !== undefined && (name === prose.key || matchKey(prose.key, name) !== null) ? [] : null
}

function prefixSums(steps: readonly Step[]): number[] {
  const sums = [0]
  for (const step of steps) sums.push((sums.at(-1) ?? 0) + step.skipCost)
  return sums
}

/** For each position, from which one before it is reached most cheaply by going on, and at what cost. */
function cheapestReach(costs: readonly number[], skipped: readonly number[]): [number, number][] {
  let from = 0
  return costs.map((cost, at) => {
    const through = (costs[from] ?? 0) + (skipped[at] ?? 0) - (skipped[from] ?? 0)
    if (cost <= through) from = at
    return [from, Math.min(cost, through)]
  })
}

function movesOf(last: Trace | null, steps: readonly Step[], lineCount: number): Move[] {
  const path: Trace[] = []
  for (let trace = last; trace !== null; trace = trace.previous) path.push(trace)
  path.reverse()
  const moves: Move[] = []
  let position = 0
  for (let line = 0, next = 0; line < lineCount; line += 1) {
    const trace = path[next]
    if (trace?.line === line) {
      next += 1
      position = trace.captures === null ? trace.step : trace.step + 1
      if (trace.captures !== null) {
        moves.push({ type: 'match', line, step: trace.step, captures: trace.captures, again: trace.again })
        continue
      }
    }
    moves.push(steps[position]?.prose ? { type: 'prose', line, step: position } : { type: 'unplaced', line })
  }
  return moves
}
