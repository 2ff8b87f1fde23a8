import * as Y from 'yjs'
import type { LaidOut, StoredRecord } from '../../store/store.js'
import { type ClockRange, createDeleteRanges, type DeleteRanges } from '../update/delete-ranges.js'
import { contentBy } from '../update/layout.js'
import { StructList } from '../update/struct-list.js'
import { readUpdate, type Structs, type UpdateFacts } from '../update/update-reader.js'
import { type UpdateContent, writeUpdate } from '../update/update-writer.js'

/**
 * A record's text as its room holds it: the structs of each client, encoded as they came, and what of them is deleted.
 * It is what is durable and nothing else (D7). A document of the same text would take some twelve times the memory, and
 * is only made where somebody has to read it.
 */
export interface RecordState {
  /** How many clocks of `client` are in. */
  clockOf(client: number): number
  hasDeleted(range: ClockRange): boolean
  /** Adds what an update holds beyond the state; it must have no gap. */
  add(content: UpdateContent): void
  /** Everything somebody with the state `vector` lacks, as one update. */
  missingFrom(vector: ReadonlyMap<number, number>): Uint8Array
  /** Everything, as one update. */
  whole(): Uint8Array
  /** What there is of `client` from `clock` on; a view, good until the next change. */
  structsFrom(client: number, clock: number): Structs | undefined
  stateVector(): Uint8Array
  hasRoot(name: string): boolean
  /** How many root types the updates it was made from mention. */
  readonly rootCount: number
  /** Takes the place of everything that `snapshot` covers, e.g. by fewer and larger structs. */
  fold(snapshot: LaidOut): void
  readonly bytes: number
  /** Whether making a document of it would keep others waiting. */
  readonly isLarge: boolean
}

/** @see docs/spec.md S1, D7 */
export function createRecordState({ snapshot, layout, updates }: Omit<StoredRecord, 'owners'>): RecordState {
  let parts: Parts = emptyParts()
  const roots = new Set(layout?.roots)
  /** The stored snapshot itself, for as long as it is everything. */
  let untouched = updates.length === 0 ? snapshot : undefined

  function missingFrom(vector: ReadonlyMap<number, number>): Uint8Array {
    const structs = [...parts.clients].flatMap(([client, list]) => list.from(vector.get(client) ?? 0) ?? [])
    return writeUpdate({ structs, deletes: parts.deleted.list() })
  }

  const total = (size: 'bytes' | 'count') => [...parts.clients.values()].reduce((sum, list) => sum + list[size], 0)
  const whole = () => untouched ?? missingFrom(new Map())

  if (layout !== undefined) addTo(parts, contentBy(snapshot, layout))
  for (const update of layout === undefined ? [snapshot, ...updates] : updates) {
    const facts = readUpdate(update)
    addTo(parts, contentOf(facts))
    for (const name of facts.roots) roots.add(name)
  }

  return {
    clockOf: (client) => parts.clients.get(client)?.to ?? 0,
    hasDeleted: (range) => parts.deleted.covers(range),
    add(content) {
      untouched = undefined
      addTo(parts, content)
    },
    missingFrom: (vector) => (vector.size === 0 ? whole() : missingFrom(vector)),
    whole,
    structsFrom: (client, clock) => parts.clients.get(client)?.from(clock),
    stateVector: () => Y.encodeStateVector(new Map([...parts.clients].map(([client, { to }]) => [client, to]))),
    hasRoot: (name) => roots.has(name),
    rootCount: roots.size,
    fold(folding) {
      const folded = contentBy(folding.update, folding.layout)
      const since = contentOf(readUpdate(missingFrom(new Map(folded.structs.map(({ client, to }) => [client, to])))))
      untouched = undefined
      parts = emptyParts()
      addTo(parts, folded)
      addTo(parts, since)
    },
    get bytes() {
      return total('bytes')
    },
    get isLarge() {
      return total('bytes') > largeBytes || total('count') > largeStructs
    },
  }
}

interface Parts {
  clients: Map<number, StructList>
  deleted: DeleteRanges
}

function emptyParts(): Parts {
  return { clients: new Map(), deleted: createDeleteRanges() }
}

const contentOf = ({ runs, deletes }: UpdateFacts): UpdateContent => ({ structs: runs, deletes })

function addTo({ clients, deleted }: Parts, { structs, deletes }: UpdateContent): void {
  for (const part of structs) {
    const list = clients.get(part.client) ?? new StructList(part.client)
    clients.set(part.client, list)
    list.append(part)
  }
  deleted.add(deletes)
}

/** Either is a document in about 20 milliseconds; the worst that structs can be made to cost grows with their square. */
const largeBytes = 300_000
const largeStructs = 10_000
