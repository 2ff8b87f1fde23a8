/** What stands around a text, as far as escaping needs to know. */
export interface Surroundings {
  /** The characters before, at least one; a line feed is the start of a block's line. */
  readonly before: string
  /** The characters after; a line feed is the end of a block's line, `''` is unknown. */
  readonly after: string
  readonly heading: boolean
  readonly cell: boolean
  /** Inside the text of a link. */
  readonly label: boolean
  /** Whether `[word]` may be printed as it is: nothing in this text defines a link of that name. */
  readonly brackets: boolean
}

/**
 * Escapes what would be markup, and only that: `snake_case`, `~30`, `a < b` and `[draft]` stay as they are.
 * Errs on the side of a backslash where the answer depends on what is further away.
 */
export function escapeText(text: string, around: Surroundings): string {
  const whole = around.before + text + around.after
  const from = around.before.length
  const until = from + text.length
  let result = ''
  for (let at = from; at < until; at += 1) {
    const character = whole.charAt(at)
    const rule = rules[character]
    if (rule?.(whole, at, around, until)) {
      result += character === '\t' ? '&#x9;' : `\\${character}`
    } else {
      result += character
    }
  }
  return result
}

type Rule = (whole: string, at: number, around: Surroundings, until: number) => boolean

const always: Rule = () => true

/** The text from `at` on; what is unknown counts as the end of the line. */
const rest = (whole: string, at: number) => whole.slice(at, at + 400)

const atLineStart = (whole: string, at: number) => /\n[ \t]*$/.test(whole.slice(Math.max(0, at - 400), at))

/** Whether all from `at` to the end of its line is of these characters. */
const isLineOf = (whole: string, at: number, characters: RegExp) =>
  characters.test(whole.slice(at).replace(/\n[\s\S]*/, ''))

const rules: Readonly<Record<string, Rule>> = {
  '\\': (whole, at) => /^\\(?:[!-/:-@[-`{-~\n]|$)/.test(rest(whole, at)),
  '`': always,
  '*': (whole, at) => isEmphasis(whole, at),
  _: (whole, at, around) => isEmphasis(whole, at) && !isInsideWord(whole, at, around),
  '~': (whole, at) => !isLoneTilde(whole, at),
  '[': (whole, at, around) => !isInertBracket(whole, at, around),
  ']': (_whole, _at, around) => around.label,
  '!': (whole, at, _around, until) => at + 1 === until && (whole.charAt(until) === '[' || whole.length === until),
  '<': (whole, at) => /^<(?:[!/?A-Za-z]|$)/.test(rest(whole, at)),
  '&': (whole, at) =>
    /^&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][\dA-Za-z]{0,31}|#?[xX]?)(?:;|$)/.test(rest(whole, at)),
  '#': (whole, at, around) =>
    (atLineStart(whole, at) && /^#{1,6}(?:[ \t\n]|$)/.test(rest(whole, at))) ||
    (around.heading && /^#[ \t]*(?:\n|$)/.test(rest(whole, at)) && /[ \t]#*$/.test(whole.slice(0, at))),
  '>': atLineStart,
  '+': (whole, at) => isBullet(whole, at),
  '-': (whole, at) => isBullet(whole, at) || isRuleLine(whole, at),
  '=': (whole, at) => atLineStart(whole, at) && isLineOf(whole, at, /^=+[ \t]*$/),
  '|': (whole, at, around) => around.cell || isRuleLine(whole, at),
  ':': isRuleLine,
  '.': endsNumber,
  ')': endsNumber,
  '{': (whole, at) => whole.charAt(at - 1) === '{' && /^\{[A-Z][A-Z\d_]*\}\}/.test(rest(whole, at)),
  '\t': (whole, at) => atLineStart(whole, at) || /^[ \t]+(?:\n|$)/.test(rest(whole, at)),
}

function isBullet(whole: string, at: number): boolean {
  return atLineStart(whole, at) && /^.(?:[ \t\n]|$)/.test(rest(whole, at))
}

/** A line of nothing but these can be a rule, underline a heading, or begin a table. */
function isRuleLine(whole: string, at: number): boolean {
  return atLineStart(whole, at) && isLineOf(whole, at, /^[:| \t]*-[-:| \t]*$/)
}

function endsNumber(whole: string, at: number): boolean {
  return /^.(?:[ \t\n]|$)/.test(rest(whole, at)) && /\n[ \t]*\d{1,9}$/.test(whole.slice(Math.max(0, at - 400), at))
}

/** Between white space on both sides, and inside its line, a run of `*` or `_` is only itself. */
function isEmphasis(whole: string, at: number): boolean {
  const { previous, next, start } = runAt(whole, at)
  return atLineStart(whole, start) || !(/[ \t\n]/.test(previous) && /[ \t\n]/.test(next))
}

/** Letters next to a mark may become character references, so they do not count. */
function isInsideWord(whole: string, at: number, around: Surroundings): boolean {
  const { previous, next, start, end } = runAt(whole, at)
  const first = around.before.length
  const last = whole.length - around.after.length - 1
  const beside = (character: string) => character === '' || /[*_~]/.test(character)
  return (
    /[\p{L}\p{N}]/u.test(previous) &&
    /[\p{L}\p{N}]/u.test(next) &&
    !(start - 1 <= first && beside(whole.charAt(first - 1))) &&
    !(end >= last && beside(whole.charAt(last + 1)))
  )
}

/** A single `~` that cannot close: what could be closed by it is escaped wherever this package prints text. */
function isLoneTilde(whole: string, at: number): boolean {
  const { previous, next, start, end } = runAt(whole, at)
  if (end - start > 1) return false
  return /[ \t\n]/.test(previous) || (/[("'/]/.test(previous) && /[\p{L}\p{N}]/u.test(next))
}

function runAt(whole: string, at: number): { previous: string; next: string; start: number; end: number } {
  const character = whole.charAt(at)
  let start = at
  let end = at + 1
  while (whole.charAt(start - 1) === character) start -= 1
  while (whole.charAt(end) === character) end += 1
  return { previous: whole.charAt(start - 1), next: whole.charAt(end), start, end }
}

function isInertBracket(whole: string, at: number, around: Surroundings): boolean {
  if (!around.brackets || around.label || around.after.startsWith(']') || whole.charAt(at - 1) === '!') return false
  const pair = /^\[(?!\^)[^[\]\\`<\n]*[^[\]\\`<\s][^[\]\\`<\n]*\](?=[^(:])/.exec(rest(whole, at))
  return (
    pair !== null &&
    at + pair[0].length <= whole.length - around.after.length &&
    !(atLineStart(whole, at) && /^\[[xX]\]/.test(pair[0]))
  )
}
