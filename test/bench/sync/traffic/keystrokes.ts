import { implementationRecord, parseTemplate, seedRecord, slotFragment } from '@colophon/template'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'

/** What one person types, made ahead of time. */
export interface Keystrokes {
  /** Yjs client id. */
  readonly client: number
  /** Makes the paragraph that is typed in. */
  readonly opening: Uint8Array
  /** One update for each key, each standing on the one before. */
  readonly updates: readonly Uint8Array[]
  /** The clock of the first key; each has one of its own. */
  readonly firstClock: number
}

/** A new record, as the built-in template has it. */
export const newRecord = seedRecord(parseTemplate(implementationRecord))

/** The name of the fragment that people type in where they are given no slot, each in a paragraph of their own. */
export const typedFragment = fragmentName('IMPLEMENTATION_SUMMARY')

/**
 * Types some words, then some elsewhere in the same paragraph.
 * @param client must not have written in the record before
 * @param fragment the name of a fragment of rich text
 */
export function typeKeys(client: number, count: number, fragment = typedFragment): Keystrokes {
  const doc = new Y.Doc()
  doc.clientID = client
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const text = new Y.XmlText()
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    doc.getXmlFragment(fragment).push([paragraph])
    paragraph.push([text])
  })
  const firstClock = Y.getState(doc.store, client)
  const chance = prng.create(client)
  for (let key = 0, at = 0, left = 0; key < count; key += 1, at += 1, left -= 1) {
    if (left === 0) {
      at = prng.int32(chance, 0, key)
      left = prng.int32(chance, 5, 44)
    }
    text.insert(at, sentence.charAt(key % sentence.length))
  }
  const [opening = new Uint8Array(), ...updates] = made
  doc.destroy()
  return { client, opening, updates, firstClock }
}

/** @returns client ids that nobody has used, as far as chance goes: a block of random ones for each call. */
export function freshClients(count: number): number[] {
  const first = Math.floor(Math.random() * 2 ** 31)
  return Array.from({ length: count }, (_, index) => first + index)
}

/** @param slot the key of a slot of the record itself. @returns what its fragment is called in the document */
export function fragmentName(slot: string): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newRecord)
  const fragment = slotFragment(doc, slot)
  return Y.findRootTypeKey(fragment)
}

const sentence = 'The limiter now sheds load per tenant before the queue fills up, and says so. '
