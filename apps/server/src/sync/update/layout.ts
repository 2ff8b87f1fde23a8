import type { SnapshotLayout } from '../../store/store.js'
import { readDeletesFrom, readUpdate } from './update-reader.js'
import type { UpdateContent } from './update-writer.js'

/** Notes where what stands in `update`, which begins at clock 0 for each of its clients. */
export function layoutOf(update: Uint8Array): SnapshotLayout {
  const { runs, roots, deletesAt } = readUpdate(update)
  const clients = runs.map(({ client, to, count, bytes }) => ({
    client,
    to,
    count,
    start: bytes.byteOffset - update.byteOffset,
    bytes: bytes.length,
  }))
  return { clients, roots: [...roots], deletesAt }
}

/** What stands in `update`, without a look at any of its structs. */
export function contentBy(update: Uint8Array, { clients, deletesAt }: SnapshotLayout): UpdateContent {
  const structs = clients.map(({ client, to, count, start, bytes }) => ({
    client,
    from: 0,
    to,
    count,
    bytes: update.subarray(start, start + bytes),
  }))
  return { structs, deletes: readDeletesFrom(update, deletesAt) }
}
