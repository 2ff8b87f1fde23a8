import { matchKey } from './keys.js'
import { type Capture, matchLine } from './match.js'
import type { Group, SlotPart } from './outline.js'
import type { Course, Loop, Step } from './steps.js'

/** A line of a file that is not blank, and the block it stands in. */
export interface FileLine {
  /** From 0, blank lines counted. */
  readonly number: number
  readonly text: string
  readonly block: string
  /** How many blank lines stand before it. */
  readonly blanks: number
}

/** What became of a line of a file. */
export type Move =
  /** The line is a line of the template; `again` is the group whose next item it starts. */
  | {
      readonly type: 'match'
      readonly line: FileLine
      readonly step: Step
      readonly captures: readonly Capture[]
      readonly again: Group | null
    }
  /** The line belongs to a prose slot. */
  | { readonly type: 'prose'; readonly line: FileLine; readonly step: Step; readonly part: SlotPart }
  /** Nothing in the template takes the line. */
  | { readonly type: 'unplaced'; readonly line: FileLine }

const unplacedCost = 2
/** Makes a line of the template win over the prose beside it. */
const proseCost = 0.001

/** A place in the course, between two steps, and the cheapest way there that was found so far. */
interface Place {
  readonly at: number
  /** The step expected next; none at the end. */
  readonly step: Step | undefined
  /** What it costs to find all steps before this place missing. */
  readonly skipped: number
  cost: number
  trace: Trace | null
  /** Where it stands once the line at hand is read; the others still look at what was before. */
  ahead: { cost: number; trace: Trace | null }
}

/** One way on: by a line that is a step's, from where `previous` led. */
interface Way {
  readonly cost: number
  readonly previous: Trace | null
  readonly step: Step
  /** `null` where the step is a prose slot that takes the line in. */
  readonly captures: readonly Capture[] | null
  readonly again: Group | null
}

interface Trace extends Way {
  readonly line: FileLine
  /** The step expected after the line. */
  readonly next: Step | undefined
}

const noWays: readonly Way[] = []
const nowhere: Pick<Place, 'skipped' | 'cost' | 'trace'> = { skipped: 0, cost: Number.POSITIVE_INFINITY, trace: null }

/**
 * Lays a file along a course in the cheapest way: every line of the template that is missing costs, and every line of
 * the file that finds no place costs more. Linear in the lines of the file times those of the template.
 *
 * At a prose slot, lines are taken in for next to nothing; anywhere else a line that is not expected is unplaced.
 * @returns what became of each line, in the file's order.
 */
export function align(course: Course, lines: readonly FileLine[]): Move[] {
  const places = [...course.steps, undefined].map((step, at): Place => {
    const cost = at === 0 ? 0 : Number.POSITIVE_INFINITY
    return { at, step, skipped: step?.skipped ?? course.skipped, cost, trace: null, ahead: { cost, trace: null } }
  })
  // One string for each kind of block, so that comparing two of them is comparing where they are.
  const blocks = new Map(course.steps.map(({ block }) => [block, block]))
  for (const line of lines) advance(course.loops, places, line, blocks.get(line.block))
  return movesOf(places.reduce(cheaper, nowhere).trace, course.steps[0], lines)
}

/** Of two places, the one from which the second is reached more cheaply. */
function cheaper(from: typeof nowhere, place: Place): typeof nowhere {
  return place.cost <= costFrom(from, place) ? place : from
}

const costFrom = (from: typeof nowhere, to: Place) => from.cost + (to.skipped - from.skipped)

/** Reads one more line. Runs for every line and every step, so only what is rare allocates. */
function advance(loops: readonly Loop[], places: readonly Place[], line: FileLine, block: string | undefined): void {
  const placeholder = /^\{\{([A-Z][A-Z0-9_]*)\}\}[ \t]*$/.exec(line.text)?.[1]
  let from = nowhere
  let arriving: readonly Way[] = noWays
  for (const place of places) {
    const { step } = place
    from = cheaper(from, place)
    const waiting = place.cost + (step?.prose ? proseCost : unplacedCost)
    let best = arriving === noWays ? null : cheapest(arriving, waiting)
    arriving = noWays
    if (step !== undefined) {
      const cost = costFrom(from, place)
      if (step.prose !== undefined && cost + proseCost < (best?.cost ?? waiting)) {
        best = { cost: cost + proseCost, previous: from.trace, step, captures: null, again: null }
      }
      const captures = step.block === block ? capturesOf(step, line, placeholder) : null
      if (captures !== null) {
        arriving = [
          { cost, previous: from.trace, step, captures, again: null },
          ...loops
            .filter((loop) => loop.start <= place.at && place.at < loop.end)
            .flatMap((loop) => waysAround(loop, places, place, step, captures)),
        ]
      }
    }
    place.ahead.cost = best?.cost ?? waiting
    place.ahead.trace = best === null ? place.trace : { ...best, line, next: step }
  }
  for (const place of places) {
    place.cost = place.ahead.cost
    place.trace = place.ahead.trace
  }
}

/** @returns `null` where no way costs less than `limit`. */
function cheapest(ways: readonly Way[], limit: number): Way | null {
  let best: Way | null = null
  for (const way of ways) if (way.cost < (best?.cost ?? limit)) best = way
  return best
}

/** From anywhere in an item over its end, and from the start of the next one to a step in it. */
function waysAround(loop: Loop, places: readonly Place[], to: Place, step: Step, captures: readonly Capture[]): Way[] {
  return places.slice(loop.start + 1, loop.end + 1).map((from) => ({
    cost: costFrom(from, to) + loop.skipCost,
    previous: from.trace,
    step,
    captures,
    again: loop.group,
  }))
}

/** A prose slot's own placeholder is a line of the template, too. */
function capturesOf(
  { line, prose }: Step,
  { text }: FileLine,
  placeholder: string | undefined,
): readonly Capture[] | null {
  if (prose === undefined) return matchLine(line.parts, text)
  const { key } = prose.slot
  return placeholder !== undefined && (placeholder === key || matchKey(key, placeholder) !== null) ? [] : null
}

function movesOf(last: Trace | null, first: Step | undefined, lines: readonly FileLine[]): Move[] {
  const traces = new Map<FileLine, Trace>()
  for (let trace = last; trace !== null; trace = trace.previous) traces.set(trace.line, trace)
  let expected = first
  return lines.map((line): Move => {
    const trace = traces.get(line)
    if (trace !== undefined) expected = trace.next
    if (trace?.captures) return { type: 'match', line, step: trace.step, captures: trace.captures, again: trace.again }
    return expected?.prose ? { type: 'prose', line, step: expected, part: expected.prose } : { type: 'unplaced', line }
  })
}
