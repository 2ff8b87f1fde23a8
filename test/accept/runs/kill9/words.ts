import type * as Y from 'yjs'
import { lastText } from '../../clients/prose.js'

const slot = 'slot:KNOWN_ISSUES'

/** Writes in the record's prose, at its end. */
export function writeIn(doc: Y.Doc, text: string): void {
  const fragment = doc.getXmlFragment(slot)
  doc.transact(() => {
    const last = lastText(fragment)
    last.insert(last.length, text)
  })
}

export const textOf = (doc: Y.Doc): string => doc.getXmlFragment(slot).toString()

/** A word that is one edit: `w3x1a17`. */
export const wordsIn = (text: string): string[] => text.match(/w\d+x\d+[a-z]+\d+/g) ?? []
