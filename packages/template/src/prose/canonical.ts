import type { Hints } from './hints.js'
import { plainLineOf } from './plain.js'
import { canonicalStyle, printBlock, type Style } from './printer.js'
import type { ProseNode } from './schema.js'
import { blockToMdast, type Markers, markerOf } from './toMdast.js'

/** How blocks are printed, besides what they are. */
export interface Printing {
  readonly hints: Hints
  readonly escapes: Style['escapes']
  readonly brackets: boolean
  readonly rule: '-' | '*'
  /** Markers that a list must have, where it stands beside another one. */
  readonly forced: Partial<Markers>
  /** Markers that the first, and the last, of the lists must not have. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Canonical Markdown, and the marker that a list at its end has. */
export interface Printed {
  readonly text: string
  readonly marker: string | undefined
}

/** Prints blocks in their normal form, a blank line between them. */
export function printCanonical(blocks: readonly ProseNode[], printing: Printing): Printed {
  const { hints, escapes, brackets, rule, forced } = printing
  const style = { ...canonicalStyle, ...hints.style, escapes, brackets, rule }
  const markers = { bullet: '-', ordered: '.', sameNumber: false, ...hints.markers, ...forced, rule } as const
  let marker = printing.before
  const texts = blocks.map((block, index) => {
    const after = index === blocks.length - 1 ? printing.after : undefined
    const tree = blockToMdast(
      block,
      markers,
      [marker, after].filter((taken) => taken !== undefined),
    )
    marker = markerOf(tree)
    return plainParagraph(block) ?? printBlock(tree, style)
  })
  return { text: texts.join('\n\n'), marker }
}

function plainParagraph({ type, content = [] }: ProseNode): string | undefined {
  return type === 'paragraph' ? plainLineOf(content) : undefined
}
