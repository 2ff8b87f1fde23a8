/**
 * Lists as HTML has them. Word writes an item as a paragraph whose style names its level and whose first characters are
 * its mark; Google Docs puts an inner list beside the item that it belongs to.
 */
export function mendLists(body: HTMLElement): void {
  for (const inner of body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const item = inner.previousElementSibling
    if (item?.localName === 'li') item.append(inner)
  }
  let open: readonly HTMLElement[] = []
  for (const paragraph of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const level = levelOf(paragraph)
    if (level === 0) continue
    // What follows the last list directly goes on with it.
    const before = paragraph.previousElementSibling
    open = openedTo(level, before !== null && before === open[0] ? open : [], paragraph)
    const item = paragraph.ownerDocument.createElement('li')
    item.append(...paragraph.childNodes)
    open.at(-1)?.append(item)
    paragraph.remove()
  }
}

/** From 1; 0 for what is no item of a list of Word's. */
function levelOf(paragraph: Element): number {
  const style = paragraph.getAttribute('style') ?? ''
  return Number(/mso-list:\s*l\d+\s+level(\d)/.exec(style)?.[1] ?? 0)
}

/** The lists that are open at `level`, the outermost first; those that are not there yet are made. */
function openedTo(level: number, before: readonly HTMLElement[], paragraph: Element): HTMLElement[] {
  const mark = takeMark(paragraph)
  const open = before.slice(0, level)
  if (open.length === level && open.at(-1)?.localName !== mark.list) open.pop()
  while (open.length < level) {
    const list = paragraph.ownerDocument.createElement(open.length === level - 1 ? mark.list : 'ul')
    if (mark.start > 1 && list.localName === 'ol') list.setAttribute('start', String(mark.start))
    const outer = open.at(-1)
    if (outer === undefined) paragraph.before(list)
    else lastItem(outer).append(list)
    open.push(list)
  }
  return open
}

function lastItem(list: HTMLElement): Element {
  if (list.lastElementChild === null) list.append(list.ownerDocument.createElement('li'))
  return list.lastElementChild ?? list
}

/** Takes the mark that Word drew before an item away, and says what it meant. */
function takeMark(paragraph: Element): { list: 'ul' | 'ol'; start: number } {
  const mark = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')
  const text = mark?.textContent?.trim() ?? ''
  mark?.remove()
  const isOrdered = /^\(?(\d+|[a-z]{1,5})[.)]/i.test(text)
  return { list: isOrdered ? 'ol' : 'ul', start: Number.parseInt(text, 10) || 1 }
}
