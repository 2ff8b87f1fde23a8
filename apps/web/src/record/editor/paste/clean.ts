import { mendBoxes } from './boxes.js'
import { mendCode } from './code.js'
import { mendLists } from './lists.js'
import { leaveOutPictures } from './pictures.js'
import { rename } from './rename.js'
import { tidySpaces } from './spaces.js'
import { mendTables } from './tables.js'

/** A page from the clipboard, without what only its program needs. */
export interface CleanPage {
  readonly html: string
  /** How many pictures have no address that anybody else could open. */
  readonly pictures: number
  /** Whether it looks like nothing: no heading, list, link or emphasis. */
  readonly isBare: boolean
}

/**
 * Makes of what Word, Google Docs, GitHub and others put on the clipboard the plain HTML that it means. Styles go, but
 * for those that stand for bold, italic and the like, which the editor reads. It is parsed as a document of its own that
 * is never shown, so nothing in it runs or is fetched.
 * @see docs/spec.md A8
 */
export function cleaned(html: string): CleanPage {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  strip(body)
  mendLists(body)
  mendBoxes(body)
  mendCode(body)
  mendTables(body)
  const pictures = leaveOutPictures(body)
  tidySpaces(body)
  return { html: body.innerHTML, pictures, isBare: isBare(body) }
}

/** What says nothing, or says it to its own program only. */
const noise = [
  'style, script, meta, link, title, xml, template, svg, button, clipboard-copy, colgroup',
  // The sign beside a heading on GitHub.
  'a.anchor',
  'br.Apple-interchange-newline',
].join(', ')

function strip(body: HTMLElement): void {
  const comments = body.ownerDocument.createNodeIterator(body, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  for (let comment = comments.nextNode(); comment !== null; comment = comments.nextNode()) found.push(comment)
  for (const comment of found) comment.parentNode?.removeChild(comment)
  for (const element of body.querySelectorAll(noise)) element.remove()
  for (const element of body.querySelectorAll('*')) if (isWrapper(element)) element.replaceWith(...element.childNodes)
  for (const title of body.querySelectorAll('p.MsoTitle')) rename(title, 'h1')
  for (const quote of body.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) rename(quote, 'blockquote')
  // Google Docs puts a line break between blocks.
  for (const line of body.querySelectorAll(':scope > br')) line.remove()
}

/** Word's own elements, and the bold that is none around everything from Google Docs. */
function isWrapper(element: Element): boolean {
  return (
    element.localName.includes(':') || element.id.startsWith('docs-internal-guid') || element.localName === 'g-emoji'
  )
}

const shapes =
  'h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, hr, a[href], img, b, strong, i, em, s, del, strike, code'
const emphasis = /font-weight:\s*(bold|[5-9]\d\d)|font-style:\s*italic|line-through/i

function isBare(body: HTMLElement): boolean {
  if (body.querySelector(shapes) !== null) return false
  return [...body.querySelectorAll('[style]')].every((element) => !emphasis.test(element.getAttribute('style') ?? ''))
}
