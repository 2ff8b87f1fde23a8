import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { parse, postprocess, preprocess } from 'micromark'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

/** A construct of the Markdown grammar and the characters it spans. */
export interface Token {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** Where a node of a parsed file stands: characters, and lines from 0 to the last, which is included. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly first: number
  readonly last: number
}

const extensions = [gfm(), frontmatter()]
const mdastExtensions = [gfmFromMarkdown(), frontmatterFromMarkdown()]

/** Parses a whole file, front matter included. */
export function parseFile(source: string): Root {
  return fromMarkdown(source, { extensions, mdastExtensions })
}

/** @returns where a node stands; a node that no parser made stands nowhere. */
export function spanOf({ position }: Nodes): Span {
  return {
    start: position?.start.offset ?? 0,
    end: position?.end.offset ?? 0,
    first: (position?.start.line ?? 1) - 1,
    last: (position?.end.line ?? 1) - 1,
  }
}

/** @returns every construct of a whole file, outer before inner. */
export function tokenize(source: string): Token[] {
  const events = postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(source, undefined, true)),
  )
  return events.flatMap(([kind, { type, start, end }]) =>
    kind === 'enter' ? [{ type, start: start.offset, end: end.offset }] : [],
  )
}

/** @returns the constructs around a character, innermost first. */
export function constructsAt(tokens: readonly Token[], offset: number): Token[] {
  return tokens.filter((token) => token.start <= offset && offset < token.end).reverse()
}
