import { type Hints, hintsOf } from './hints.js'
import { matchNodes } from './match.js'
import type { ProseOptions } from './options.js'
import { normalOf } from './says.js'
import { type ProseNode, sameNodes } from './schema.js'
import { readText, type Section, type Text } from './sections.js'
import type { Markers } from './toMdast.js'

/** A block to print, and what the memory knows of it. */
export interface Item {
  readonly node: ProseNode
  /** How it, or what it was before it was edited, was written. */
  readonly section: Section | undefined
  /** Whether it is the same as in its section, and may be at its end of the file as it is written there. */
  readonly same: boolean
  /** The section whose lines can stand for it as they are. */
  readonly kept: Section | undefined
  /** What stood between it and the item before, if those were neighbours. */
  readonly gap: string | undefined
  readonly hints: Hints
  /** The markers it must have, as a list at either end. */
  readonly forced: Partial<Markers>
  /** Whether something comes after it, here or in the file. */
  readonly followed: boolean
}

const noHints: Hints = { style: {}, markers: {} }

/** Finds for every block that prints at all what the memory knows of it. */
export function toItems(nodes: readonly ProseNode[], { markdown, sections }: Text, options: ProseOptions): Item[] {
  const matches = matchNodes(
    nodes,
    sections.map(({ node }) => node),
  )
  const shown = nodes
    .map((node, index) => ({ node, match: matches[index] }))
    .filter(({ node, match }) => match?.same || normalOf(node).length > 0)
  return shown.map(({ node, match }, index): Item => {
    const section = match && sections[match.index]
    const isLast = index === shown.length - 1
    const item = {
      node,
      section,
      gap: match && shown[index - 1]?.match?.index === match.index - 1 ? section?.gap : undefined,
      hints: section && (!match.same || lists.has(node.type)) ? hintsOf(section.tree, markdown) : noHints,
      forced: index === 0 || isLast ? forcedMarkers(options) : {},
      followed: !isLast || options.contained === true,
    }
    const opensFile = index === 0 && options.rule === '***' && isDashes(section)
    const same = match?.same === true && hasForcedMarkers(item) && !opensFile
    return { ...item, same, kept: same && isClosed(item) ? section : undefined }
  })
}

const lists = new Set(['bulletList', 'orderedList', 'taskList'])

/** The marker that a list was written with. */
export function writtenMarker({ node, hints: { markers } }: Pick<Item, 'node' | 'hints'>): string | undefined {
  if (node.type === 'orderedList') return markers.ordered
  return lists.has(node.type) ? markers.bullet : undefined
}

/** Whether a list was written with the marker it must have. */
export function hasForcedMarkers(item: Pick<Item, 'node' | 'hints' | 'forced'>): boolean {
  const forced = item.node.type === 'orderedList' ? item.forced.ordered : item.forced.bullet
  const written = writtenMarker(item)
  return written === undefined || forced === undefined || written === forced
}

function forcedMarkers({ bullet, ordered }: ProseOptions): Partial<Markers> {
  return { ...(bullet && { bullet }), ...(ordered && { ordered }) }
}

function isDashes(section: Section | undefined): boolean {
  return section?.tree.type === 'thematicBreak' && section.source.trimStart().startsWith('-')
}

/** Code and HTML can be left open up to the end of the file. */
function isClosed({ node, section, followed }: Pick<Item, 'node' | 'section' | 'followed'>): boolean {
  if (!followed || !section || (node.type !== 'codeBlock' && node.type !== 'markdown')) return true
  const [first, second] = readText(`${section.source}\n\n.`).sections
  return second !== undefined && sameNodes(first?.node, node)
}
