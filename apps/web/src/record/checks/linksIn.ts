import * as Y from 'yjs'
import { runs } from '../state/fragments.js'

/** Where the links of a text lead, as they are written, each once. */
export function linksIn(fragment: Y.XmlFragment): string[] {
  const found = new Set<string>()
  const open: unknown[] = [fragment]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next instanceof Y.XmlText) addLinks(found, next)
    else if (next instanceof Y.XmlFragment) open.push(...next.toArray())
  }
  return [...found]
}

function addLinks(found: Set<string>, text: Y.XmlText): void {
  for (const { marks } of runs(text)) {
    const { link } = marks
    if (typeof link === 'object' && link !== null && 'href' in link && typeof link.href === 'string')
      found.add(link.href)
  }
}
