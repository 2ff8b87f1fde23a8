import type { Group, Line, Outline, SlotPart } from './outline.js'
import { proseOf } from './print.js'

/** One line of an outline in the order a file would have it, the lines of a group once. */
export interface Step {
  readonly line: Line
  /** Set where the line is a prose slot, which takes any number of lines of a file. */
  readonly prose: SlotPart | undefined
  /** What it costs to find this line missing in a file. */
  readonly skipCost: number
  /** Known by words of its own. */
  readonly distinctive: boolean
}

/** The steps of one item of a group: from `start` to before `end`. */
export interface Loop {
  readonly group: Group
  readonly start: number
  readonly end: number
}

export interface Course {
  readonly steps: readonly Step[]
  /** Outer loops before the loops inside them. */
  readonly loops: readonly Loop[]
}

/** Unrolls an outline into the course a file follows. Blank lines carry no meaning and are left out. */
export function courseOf(outline: Outline): Course {
  const steps: Step[] = []
  const loops: Loop[] = []
  const walk = (nodes: Outline) => {
    for (const node of nodes) {
      if (node.type === 'group') {
        const at = loops.length
        const start = steps.length
        walk(node.item)
        loops.splice(at, 0, { group: node, start, end: steps.length })
      } else if (node.block !== '') {
        steps.push(stepOf(node))
      }
    }
  }
  walk(outline)
  return { steps, loops }
}

function stepOf(line: Line): Step {
  const prose = proseOf(line)
  const distinctive = line.parts.some((part) => part.type === 'literal' && /[\p{L}\p{N}]/u.test(part.source))
  return { line, prose, distinctive, skipCost: prose ? 0 : distinctive ? 1 : 0.5 }
}
