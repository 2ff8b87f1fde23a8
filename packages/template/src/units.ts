import type { Context } from './outline.js'

/** How far to go on from one place in a value to the next where a literal of the template could start. */
export type Skip = (text: string, at: number) => number

/** @param context where the value stands; `null` for one that knows no escapes. */
export function skipper(context: Context | null, respectMarkup: boolean): Skip {
  if (context === null) return () => 1
  const units = unitsOf(context)
  const rich = respectMarkup && context.kind === 'inline' && !context.nested
  return (text, at) => lengthAt(units, text, at) || (rich ? lengthAt(markup, text, at) : 0) || 1
}

/** The first thing at `at` that reads as one: an escape, or a character. For writing it in another way. */
export function unitAt(context: Context, text: string, at: number): string {
  return text.slice(at, at + (lengthAt(unitsOf(context), text, at) || lengthAt(character, text, at)))
}

const escapes = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,31});/y
const doubleEscapes = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)/y
const singleEscapes = /''|&#(?:\d{1,7}|x[\da-f]{1,6});/y
const numbers = /&#(?:\d{1,7}|x[\da-f]{1,6});/y
/** Code, an autolink or a tag, and a whole link: what a literal of the template never starts in. */
const markup =
  /(`+)(?!`)(?:[^`]|(?!\1(?!`))`+)*?(?<!`)\1(?!`)|<[^<>]*>|!?\[(?:\\.|[^[\]\\])*\]\((?:\\.|[^()\\]|\([^()]*\))*\)/y
const character = /./suy

function unitsOf(context: Context): RegExp {
  switch (context.kind) {
    case 'yaml':
      return context.style === 'double' ? doubleEscapes : context.style === 'single' ? singleEscapes : numbers
    case 'code':
    case 'html':
      return numbers
    case 'block':
    case 'inline':
    case 'linkText':
    case 'linkTarget':
    case 'linkTitle':
      return escapes
  }
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}
