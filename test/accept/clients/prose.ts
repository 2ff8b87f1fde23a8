import * as Y from 'yjs'

/** How long a paragraph grows before the next one is begun, UTF-16 units. */
const longParagraph = 2_000

/** The text at a fragment's end, in a new paragraph when there is none or it has grown long. */
export function lastText(fragment: Y.XmlFragment): Y.XmlText {
  const last = fragment.length > 0 ? fragment.get(fragment.length - 1) : undefined
  const text = last instanceof Y.XmlElement ? last.firstChild : undefined
  if (text instanceof Y.XmlText && text.length < longParagraph) return text
  const paragraph = new Y.XmlElement('paragraph')
  const fresh = new Y.XmlText()
  paragraph.insert(0, [fresh])
  fragment.push([paragraph])
  return fresh
}
