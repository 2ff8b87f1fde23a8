import type { Door } from '../servers/peer.js'
import { createArrivals } from '../traffic/arrivals.js'
import type { Dialect } from '../traffic/dialect.js'
import { createSprinter, type Sprinter } from './sprinter.js'

/** Types so many keys into a record, key by key but faster than people do. Resolves when others have seen all of it. */
export async function typeUp(
  door: Door,
  dialect: Dialect,
  { clients, keys }: { clients: readonly number[]; keys: number },
): Promise<void> {
  const arrivals = createArrivals()
  const sprinters: Sprinter[] = []
  for (const client of clients) {
    sprinters.push(await createSprinter({ door, dialect, arrivals, client, keys, ahead: 4 }))
  }
  await Promise.all(sprinters.map((sprinter, index) => sprinter.run(sprinters.at(index - 1) ?? sprinter)))
  for (const sprinter of sprinters) sprinter.leave()
}
