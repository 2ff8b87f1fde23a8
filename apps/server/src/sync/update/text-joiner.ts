import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { byClient } from './by-client.js'
import { contentBits, hasLeftOrigin, hasParentKey, hasRightOrigin, type Id, readStruct } from './struct-reader.js'
import type { Structs } from './update-reader.js'

/**
 * Writes letters that one client typed one after the other as one struct, as a document of Yjs does. A struct costs every
 * reader, and every letter for itself has to say where it stands. It is exact where nobody but their author has seen any
 * of `parts`: nobody can have put anything between the letters.
 * @param parts those of one client in the order of their clocks, each beginning where the one before ends
 */
export function joinText(parts: readonly Structs[]): readonly Structs[] {
  if (parts.length < 2) return parts
  return [...byClient(parts).values()].flatMap(joinOfClient)
}

function joinOfClient(parts: readonly Structs[]): readonly Structs[] {
  const joined: Structs[] = []
  let word: Word | undefined
  for (const part of parts) {
    const letters = readLetters(part)
    if (word !== undefined && letters !== undefined && goesOn(word.last, letters)) {
      word.texts.push(letters.text)
      word.last = letters
      continue
    }
    if (word !== undefined) joined.push(written(word))
    word = letters && { first: letters, last: letters, texts: [letters.text] }
    if (word === undefined) joined.push(part)
  }
  if (word !== undefined) joined.push(written(word))
  return joined
}

/** Letters that follow one another, as one wrote them. */
interface Word {
  readonly first: Letters
  last: Letters
  readonly texts: Uint8Array[]
}

/** A part that is one piece of text. */
interface Letters {
  readonly part: Structs
  readonly left: Id | undefined
  readonly right: Id | undefined
  /** What comes before the length of the text. */
  readonly place: Uint8Array
  /** UTF-8. */
  readonly text: Uint8Array
}

function readLetters(part: Structs): Letters | undefined {
  const info = part.bytes[0] ?? 0
  // What stands under a key is a value, of which only the last counts.
  if (part.count !== 1 || (info & contentBits) !== text || (info & hasParentKey) !== 0) return undefined
  const { base, other, placeBytes } = readStruct(decoding.createDecoder(part.bytes))
  const decoder = decoding.createDecoder(part.bytes.subarray(1 + placeBytes))
  const [hasLeft, hasRight] = [(info & hasLeftOrigin) !== 0, (info & hasRightOrigin) !== 0]
  return {
    part,
    left: hasLeft ? base : undefined,
    right: hasRight ? (hasLeft ? other : base) : undefined,
    place: part.bytes.subarray(0, 1 + placeBytes),
    text: decoding.readVarUint8Array(decoder),
  }
}

const text = 4

function goesOn(before: Letters, { part, left, right }: Letters): boolean {
  return (
    left !== undefined &&
    left.client === part.client &&
    left.clock === before.part.to - 1 &&
    right?.client === before.right?.client &&
    right?.clock === before.right?.clock
  )
}

function written({ first, last, texts }: Word): Structs {
  const { client, from } = first.part
  if (first === last) return first.part
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, first.place)
  encoding.writeVarUint8Array(encoder, Buffer.concat(texts))
  return { client, from, to: last.part.to, count: 1, bytes: encoding.toUint8Array(encoder) }
}
