import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { byClient } from './by-client.js'
import { type ClockRange, writeDeletes } from './delete-ranges.js'
import { readStruct } from './struct-reader.js'
import { readUpdate, type Structs } from './update-reader.js'

/** What stands in an update. */
export interface UpdateContent {
  /** Those of one client in the order of their clocks, each beginning where the one before ends. */
  readonly structs: readonly Structs[]
  readonly deletes: readonly ClockRange[]
}

/** Writes an update (format v1) of structs as they were read; no struct is decoded for it. */
export function writeUpdate({ structs, deletes }: UpdateContent): Uint8Array {
  const encoder = encoding.createEncoder()
  const clients = byClient(structs)
  encoding.writeVarUint(encoder, clients.size)
  for (const [client, parts] of clients) {
    encoding.writeVarUint(
      encoder,
      parts.reduce((count, part) => count + part.count, 0),
    )
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, parts[0]?.from ?? 0)
    for (const { bytes } of parts) encoding.writeUint8Array(encoder, bytes)
  }
  writeDeletes(encoder, deletes)
  return encoding.toUint8Array(encoder)
}

/** What `structs` hold from `clock` on, which must lie within them. */
export function structsFrom(structs: Structs, clock: number): Structs {
  if (clock <= structs.from) return structs
  const decoder = decoding.createDecoder(structs.bytes)
  let from = structs.from
  for (let count = structs.count; count > 0; count -= 1) {
    const start = decoder.pos
    const rest = { ...structs, from, count, bytes: structs.bytes.subarray(start) }
    if (from === clock) return rest
    from += readStruct(decoder).length
    if (from > clock) return split(rest, clock)
  }
  return { ...structs, from, count: 0, bytes: new Uint8Array() }
}

/** A struct is cut in two by Yjs, which knows how each kind of content is. */
function split(structs: Structs, clock: number): Structs {
  const vector = Y.encodeStateVector(new Map([[structs.client, clock]]))
  const [rest = structs] = readUpdate(Y.diffUpdate(writeUpdate({ structs: [structs], deletes: [] }), vector)).runs
  return rest
}
