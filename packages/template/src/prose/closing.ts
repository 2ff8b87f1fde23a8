const ends: readonly { readonly start: RegExp; readonly end: RegExp; readonly closer: string }[] = [
  { start: /^\s*<script(?=[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i, closer: '</script>' },
  { start: /^\s*<pre(?=[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i, closer: '</pre>' },
  { start: /^\s*<style(?=[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i, closer: '</style>' },
  { start: /^\s*<textarea(?=[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i, closer: '</textarea>' },
  { start: /^\s*<!--/, end: /-->/, closer: '-->' },
  { start: /^\s*<\?/, end: /\?>/, closer: '?>' },
  { start: /^\s*<!\[CDATA\[/, end: /\]\]>/, closer: ']]>' },
  { start: /^\s*<![a-z]/i, end: />/, closer: '>' },
]

/** HTML that would go on to the end of the file, with the end it lacks; anything else as it is. */
export function closeHtml(source: string): string {
  const open = ends.find(({ start, end }) => start.test(source) && !end.test(source))
  return open ? `${source}\n${open.closer}` : source
}
