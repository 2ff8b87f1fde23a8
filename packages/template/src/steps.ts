import type { Group, Line, Outline, SlotPart } from './outline.js'
import { proseOf } from './proseOf.js'
import type { Template } from './template.js'
import { blockPathsOf } from './templateBlocks.js'

/** One line of an outline in the order a file would have it, the lines of a group once. */
export interface Step {
  readonly line: Line
  /** The path of blocks the line stands in; of all steps in the same kind, the very same string. */
  readonly block: string
  /** Set where the line is a prose slot, which takes any number of lines of a file. */
  readonly prose: SlotPart | undefined
  /** What it costs to find this line missing in a file. */
  readonly skipCost: number
  /** What it costs to find all lines before this one missing. */
  readonly skipped: number
  /** Known by words of its own. */
  readonly distinctive: boolean
  /** The groups around it, outermost first. */
  readonly groups: readonly Group[]
}

/** The steps of one item of a group: from `start` to before `end`. */
export interface Loop {
  readonly group: Group
  readonly start: number
  readonly end: number
  /** What it costs to find one whole item missing. */
  readonly skipCost: number
}

export interface Course {
  readonly steps: readonly Step[]
  /** Outer loops before the loops inside them. */
  readonly loops: readonly Loop[]
  /** What it costs to find everything missing. */
  readonly skipped: number
}

const cache = new WeakMap<Template, Course>()

/** Unrolls a template into the course a file follows. Blank lines carry no meaning and are left out. */
export function courseOf(template: Template): Course {
  const known = cache.get(template)
  if (known !== undefined) return known
  const paths = blockPathsOf(template)
  const blocks = new Map(paths.flatMap((path) => (path === undefined ? [] : [[path, path]])))
  const steps: Step[] = []
  const loops: Loop[] = []
  let skipped = 0
  const walk = (nodes: Outline, groups: readonly Group[]) => {
    for (const node of nodes) {
      if (node.type === 'group') {
        const [at, start, before] = [loops.length, steps.length, skipped]
        walk(node.item, [...groups, node])
        loops.splice(at, 0, { group: node, start, end: steps.length, skipCost: skipped - before })
        continue
      }
      const block = blocks.get(paths[node.number] ?? '')
      if (block === undefined) continue
      const step = { ...stepOf(node), block, skipped, groups }
      steps.push(step)
      skipped += step.skipCost
    }
  }
  walk(template.outline, [])
  const course = { steps, loops, skipped }
  cache.set(template, course)
  return course
}

function stepOf(line: Line): Pick<Step, 'line' | 'prose' | 'distinctive' | 'skipCost'> {
  const prose = proseOf(line)
  const distinctive = line.parts.some((part) => part.type === 'literal' && /[\p{L}\p{N}]/u.test(part.source))
  return { line, prose, distinctive, skipCost: prose ? 0 : distinctive ? 1 : 0.5 }
}
