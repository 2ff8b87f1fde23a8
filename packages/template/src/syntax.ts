import type { Root } from 'mdast'
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
  readonly parent: Token | null
}

const extensions = [gfm(), frontmatter()]
const mdastExtensions = [gfmFromMarkdown(), frontmatterFromMarkdown()]

/** Parses a whole file, front matter included. */
export function parseFile(source: string): Root {
  return fromMarkdown(source, { extensions, mdastExtensions })
}

/** @returns every construct of a whole file, outer before inner. */
export function tokenize(source: string): Token[] {
  const events = postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(source, undefined, true)),
  )
  const tokens: Token[] = []
  const open: Token[] = []
  for (const [kind, { type, start, end }] of events) {
    if (kind === 'exit') {
      open.pop()
      continue
    }
    const token = { type, start: start.offset, end: end.offset, parent: open.at(-1) ?? null }
    open.push(token)
    tokens.push(token)
  }
  return tokens
}

/** @returns the types of the constructs around a character, innermost first. */
export function constructsAt(tokens: readonly Token[], offset: number): Token[] {
  const innermost = tokens.findLast((token) => token.start <= offset && offset < token.end)
  const around: Token[] = []
  for (let token = innermost ?? null; token !== null; token = token.parent) around.push(token)
  return around
}
