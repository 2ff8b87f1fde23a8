import type { ProseNode } from './schema.js'

/** One line that can be nothing but text: no character of it means anything to Markdown where it stands. */
const plainLine = /^(?!\d{1,9}[.)](?: |$))[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{So},;'"()%=?!+/$^{}.–—…‘’“”→ -]|:(?!\/))*$/u
const notPlain = /[ !]$| {2}|\bwww\.|\{\{/i

/**
 * Whether `text` is both the Markdown and the content of one plain paragraph, so that no parser is needed.
 * Errs on the side of no.
 */
export function isPlainLine(text: string): boolean {
  return plainLine.test(text) && !notPlain.test(text)
}

/** The text of inline content that is one such line without marks: its Markdown is the same. */
export function plainLineOf(content: readonly ProseNode[]): string | undefined {
  const [{ type, text = '', marks } = { type: '' }, ...others] = content
  return type === 'text' && !marks && others.length === 0 && isPlainLine(text) ? text : undefined
}
