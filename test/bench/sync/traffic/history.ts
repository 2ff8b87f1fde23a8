import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { typedFragment } from './keystrokes.js'

/** How a record came to be: edit by edit, by many people, all over the text. */
export interface History {
  /** Updates, oldest first, some thousand edits each. */
  readonly updates: readonly Uint8Array[]
  /** How many clocks somebody has who has seen all of it. */
  readonly clocks: number
}

/**
 * Writes a record key by key: runs of some words at random places, a third of it taken back. The same every time.
 * Encoded, a record has about one byte for each edit.
 * @param atLeast how many edits; it ends with the stay that reaches it
 */
export function writeHistory(atLeast: number): History {
  const chance = prng.create(4_280)
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const paragraphs: Y.XmlText[] = []
  let edits = 0
  while (edits < atLeast) {
    // Structs of one transaction are merged, so a client stands for a person's stay, not for a key.
    doc.clientID = prng.uint32(chance, 0, 2 ** 32 - 1)
    doc.transact(() => {
      for (let run = 0; run < runsInAStay; run += 1) edits += writeRun(paragraphOf(doc, paragraphs, chance), chance)
    })
  }
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc)).values()].reduce((sum, clock) => sum + clock, 0)
  doc.destroy()
  return { updates, clocks }
}

const runsInAStay = 50

/** Some words, and now and then some taken back. @returns how many keys were pressed */
function writeRun(text: Y.XmlText, chance: prng.PRNG): number {
  const isTaking = prng.real53(chance) < 0.35
  const place = prng.int32(chance, 0, text.length)
  const keys = prng.int32(chance, 10, 69)
  if (isTaking) {
    const taken = Math.min(place, keys)
    for (let key = 1; key <= taken; key += 1) text.delete(place - key, 1)
    return taken
  }
  for (let key = 0; key < keys; key += 1) {
    text.insert(place + key, prng.letter(chance))
  }
  return keys
}

/** One in forty runs opens a paragraph. */
function paragraphOf(doc: Y.Doc, paragraphs: Y.XmlText[], chance: prng.PRNG): Y.XmlText {
  const known = paragraphs[prng.int32(chance, 0, Math.max(0, paragraphs.length - 1))]
  if (known !== undefined && prng.real53(chance) > 1 / 40) return known
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  doc.getXmlFragment(typedFragment).push([paragraph])
  paragraph.push([text])
  paragraphs.push(text)
  return text
}
