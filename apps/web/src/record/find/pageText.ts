import type { Stretch } from './matches.js'

/** What a part of the page says, and where on the page each of its letters stands. */
export interface PageText {
  readonly text: string
  /** @returns `null` when the page has changed and the place is not there any more. */
  rangeOf(stretch: Stretch): Range | null
}

/** Between two blocks: nothing that can be typed, so nothing is found across. */
const between = '\u0000'
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, pre, div, dt, dd, blockquote, section'
/** The page's own words: what can be pressed, names of gaps, what is for some readers only. */
const skipped =
  'button, textarea, style, [role="menu"], [data-print="no"], [data-blank], [aria-hidden="true"], .visually-hidden'

/**
 * Reads what stands written in `root`. Slots without an editor are in the page as text as well, so nothing has to be
 * mounted to be found.
 */
export function readPage(root: Element): PageText {
  const pieces: { node: Text; start: number }[] = []
  const texts: string[] = []
  let length = 0
  let block: Element | null = null
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(skipped) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  )
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    const around = node.parentElement?.closest(blocks) ?? null
    if (around !== block && length > 0) {
      texts.push(between)
      length += between.length
    }
    block = around
    pieces.push({ node, start: length })
    texts.push(node.data)
    length += node.data.length
  }
  return {
    text: texts.join(''),
    rangeOf({ start, end }) {
      const first = pieces[lastAt(pieces, start)]
      const last = pieces[lastAt(pieces, end - 1)]
      if (first === undefined || last === undefined) return null
      const [from, to] = [start - first.start, end - last.start]
      if (!root.contains(first.node) || !root.contains(last.node)) return null
      if (from > first.node.length || to > last.node.length) return null
      const range = document.createRange()
      range.setStart(first.node, from)
      range.setEnd(last.node, to)
      return range
    },
  }
}

/** The index of the last piece that begins at `position` or before it, by halving. */
function lastAt(pieces: readonly { readonly start: number }[], position: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pieces[middle]?.start ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}
