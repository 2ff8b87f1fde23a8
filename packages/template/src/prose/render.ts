import { printCanonical } from './canonical.js'
import { hasForcedMarkers, type Item, writtenMarker } from './items.js'
import { closed, normalBlocks, type Opaque } from './normal.js'
import { asRead, asReadGuarded, asText } from './opaque.js'
import type { ProseOptions } from './options.js'
import { patchBlock } from './patch.js'
import type { Style } from './printer.js'
import { normalOf, says } from './says.js'
import type { ProseNode } from './schema.js'
import type { Section, Text } from './sections.js'

/** One way to print canonically. */
export interface Form {
  readonly opaque: Opaque
  readonly escapes: Style['escapes']
}

export const quiet: Form = { opaque: asRead, escapes: 'quiet' }
export const strict: Form = { opaque: asReadGuarded, escapes: 'strict' }
export const plain: Form = { opaque: asText, escapes: 'strict' }

/** How much of the memory is used, and in which form the rest is printed. */
export interface Level {
  /** `lines`: also the gaps around, and the unchanged lines of, an edited block. */
  readonly memory: 'lines' | 'blocks' | 'none'
  /** Taken for a block if it reads as it should when it stands alone. */
  readonly tried: readonly Form[]
  /** Taken otherwise. */
  readonly form: Form
}

/** Printed Markdown, and what it says when it is right. */
export interface Rendered {
  readonly text: string
  readonly blocks: readonly ProseNode[]
}

/** A part of it, with the marker of the list at its end. */
interface Part extends Rendered {
  readonly marker: string | undefined
}

/** Prepares to print `items`, which the memory was asked about, at several levels. */
export function renderer(items: readonly Item[], memory: Text, options: ProseOptions): (level: Level) => Rendered {
  const nodes = items.map(({ node }) => node)
  // A definition of a link, wherever it is, could make a link of words in brackets.
  const brackets = !/(?<!\[\^[\w.+-]{1,100})\]:/.test(JSON.stringify(nodes))
  const rule = options.rule === '***' ? '*' : '-'

  return (level) => {
    const keptOf = (item: Item | undefined) => (level.memory === 'none' ? undefined : item?.kept)
    let text = ''
    let before: string | undefined
    const blocks: ProseNode[] = []
    for (const [index, item] of items.entries()) {
      const kept = keptOf(item)
      const next = items[index + 1]
      const after = next && keptOf(next) ? writtenMarker(next) : undefined
      const part = kept ? keptPart(item, kept) : canonicalPart(item, level, before, after)
      const gap = kept || level.memory === 'lines' ? item.gap : undefined
      text += index === 0 ? part.text : `${gap ?? '\n\n'}${part.text}`
      before = part.marker
      blocks.push(...part.blocks)
    }
    return { text, blocks }
  }

  function keptPart(item: Item, { source, node }: Section): Part {
    return { text: source, marker: writtenMarker(item), blocks: normalOf(node) }
  }

  function canonicalPart(item: Item, level: Level, before: string | undefined, after: string | undefined): Part {
    for (const form of level.tried) {
      const part = formPart(item, form, before, after)
      if (says(part.text, part.blocks)) return part
    }
    const part = formPart(item, level.form, before, after)
    return level.memory === 'lines' ? { ...part, text: patched(item, part.text) } : part
  }

  function formPart(item: Item, form: Form, before: string | undefined, after: string | undefined): Part {
    const normal = form.opaque === asRead ? normalOf(item.node) : normalBlocks([item.node], form.opaque)
    const blocks = item.followed ? normal.map(closed) : normal
    const { hints, forced } = item
    const printed = printCanonical(blocks, { hints, forced, escapes: form.escapes, brackets, rule, before, after })
    return { ...printed, blocks }
  }

  function patched(item: Item, text: string): string {
    if (!item.section || !hasForcedMarkers(item)) return text
    const alone = { ...item, forced: {}, followed: false }
    const print = (node: ProseNode) => formPart({ ...alone, node }, quiet, undefined, undefined).text
    const sameNumber = item.hints.markers.sameNumber === true
    return patchBlock(item.node, item.section, memory.markdown, { print, sameNumber }) ?? text
  }
}
