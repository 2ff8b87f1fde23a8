import type * as Y from 'yjs'
import { finalNewline, rootScope, type Scope, templateSource } from './document.js'
import { TemplateMismatch } from './errors.js'
import { itemsOf } from './items.js'
import { layLines, type OutputLine } from './layLines.js'
import type { Group, Line, Outline, OutlineNode } from './outline.js'
import { type LineOptions, printLine } from './printLine.js'
import { createProsePrinter } from './printProseSlot.js'
import { proseOf } from './proseOf.js'
import { placeSlot } from './resolve.js'
import type { Signoffs } from './signoffs.js'
import type { Template } from './template.js'
import { blockPathsOf } from './templateBlocks.js'

export interface PrintOptions {
  /** What stands in the sign-off lines; a role that is not named keeps its placeholders. */
  readonly signoffs?: Signoffs
  /**
   * What becomes of empty slots: `keep` their placeholders (the default); `omit` their lines, and headings left with
   * nothing below them; or `na`, which prints `N/A`. A line of which only some slots are empty is never left out: those
   * print `N/A` then.
   */
  readonly unfilled?: 'keep' | 'omit' | 'na'
  /** Printed in the place of the front matter's own `status`. */
  readonly status?: string
}

const notAvailable = 'N/A'

/**
 * Prints `doc` as Markdown, laid out as its template.
 * @returns UTF-16 text with the template's own line endings.
 * @throws TemplateMismatch if `doc` was seeded from another template.
 * @see docs/spec.md T1–T8
 */
export function printRecord(template: Template, doc: Y.Doc, options: PrintOptions = {}): string {
  if (templateSource(doc) !== template.source) {
    throw new TemplateMismatch('This record was made from another template. Nothing was printed.')
  }
  const unfilled = options.unfilled ?? 'keep'
  const lineOptions: LineOptions = {
    signoffs: options.signoffs ?? {},
    status: options.status,
    empty: unfilled === 'keep' ? null : notAvailable,
  }
  const paths = blockPathsOf(template)
  const printProse = createProsePrinter(template)

  function printNodes(nodes: Outline, scope: Scope): OutputLine[] {
    return nodes.flatMap((node, i) =>
      node.type === 'group' ? printGroup(node, scope) : printOne(nodes, i, node, scope),
    )
  }

  function printGroup(group: Group, scope: Scope): OutputLine[] {
    const items = itemsOf(scope, group.id).map((item) => printNodes(group.item, item.scope))
    const shown = items.filter((lines) => lines.some((line) => !line.dropped))
    if (shown.length === 0) return [{ text: '', ending: '', dropped: true, heading: 0, rule: false }]
    const last = shown.at(-1)
    return shown.flatMap((lines) =>
      lines === last ? withEnding(lines, group.lastEnding) : [...lines, ...printNodes(group.gap, scope)],
    )
  }

  function printOne(nodes: Outline, at: number, line: Line, scope: Scope): OutputLine[] {
    const { ending, heading } = line
    const rule = paths[line.number] === 'hr'
    const prose = proseOf(line)
    if (prose === undefined) {
      const { text, slots, filled } = printLine(line, scope, lineOptions)
      return [{ text, ending, heading, rule, dropped: unfilled === 'omit' && slots > 0 && filled === 0 }]
    }
    const { fragment, placeholder } = placeSlot(prose.slot, scope, prose.at)
    const text =
      fragment &&
      printProse(fragment, {
        before: nearest(nodes, at, -1),
        after: nearest(nodes, at, 1),
        next: nodes[at + 1],
        last: scope.parent === null,
      })
    if (text === undefined || text === '') {
      return [{ text: lineOptions.empty ?? placeholder, ending, heading, rule, dropped: unfilled === 'omit' }]
    }
    return [{ text: text.replaceAll('\n', template.newline), ending, heading, rule, dropped: false }]
  }

  const lines = printNodes(template.outline, rootScope(doc))
  const layout = { newline: template.newline, finalNewline: finalNewline(doc), omit: unfilled === 'omit' }
  return template.bom + layLines(lines, layout).replace(/\p{Surrogate}/gu, '\uFFFD')
}

function withEnding(lines: readonly OutputLine[], ending: string): OutputLine[] {
  return lines.map((line, i) => (i === lines.length - 1 ? { ...line, ending } : line))
}

function nearest(nodes: Outline, at: number, step: 1 | -1): Line | undefined {
  for (let i = at + step; i >= 0 && i < nodes.length; i += step) {
    const line = edgeOf(nodes[i], step)
    if (line !== undefined && line.parts.length > 0) return line
  }
  return undefined
}

function edgeOf(node: OutlineNode | undefined, step: 1 | -1): Line | undefined {
  if (node === undefined || node.type === 'line') return node
  return edgeOf(node.item.at(step === 1 ? 0 : -1), step)
}
