import * as Y from 'yjs'
import { markdownToProse } from '../markdown.js'
import { memoryName } from '../memory.js'

/** A fragment of a document of its own. */
export function newFragment(name = 'PROSE'): Y.XmlFragment {
  return new Y.Doc().getXmlFragment(name)
}

/** A fragment of a document of its own, into which the Markdown was imported. */
export function imported(markdown: string): Y.XmlFragment {
  const fragment = newFragment()
  markdownToProse(markdown, fragment)
  return fragment
}

/** The same, with nothing remembered. */
export function importedOnly(markdown: string): Y.XmlFragment {
  const fragment = imported(markdown)
  fragment.doc?.getMap(memoryName).clear()
  return fragment
}
