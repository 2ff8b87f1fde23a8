const blocks = 'p, h1, h2, h3, h4, h5, h6, li, td, th, blockquote, div, dt, dd'

/**
 * Spaces and line feeds as a page shows them. Programs break the lines of their HTML anywhere, and the editor would keep
 * that: in an imported paragraph a line feed is the file's. Empty paragraphs, which only make room, go.
 * @see docs/spec.md M2
 */
export function tidySpaces(body: HTMLElement): void {
  const texts = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (text.parentElement?.closest('pre') === null) text.textContent = collapsed(text.textContent ?? '')
  }
  for (const block of body.querySelectorAll(blocks)) {
    if (block.closest('pre') !== null) continue
    trimEdge(block, 'first')
    trimEdge(block, 'last')
  }
  for (const empty of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    if (empty.closest('td, th') === null && empty.querySelector('img') === null && !empty.textContent?.trim())
      empty.remove()
  }
}

/** A lone space that must not break stays one: French has them before its marks. */
function collapsed(text: string): string {
  return text.replace(/[\t\n\f\r \u00a0]+/g, (run) => (run === '\u00a0' ? run : ' '))
}

function trimEdge(block: Element, edge: 'first' | 'last'): void {
  let node: ChildNode | null = block
  while (node !== null && node.nodeType !== Node.TEXT_NODE) {
    node = edge === 'first' ? node.firstChild : node.lastChild
  }
  if (node === null) return
  const text = node.textContent ?? ''
  node.textContent = edge === 'first' ? text.trimStart() : text.trimEnd()
}
