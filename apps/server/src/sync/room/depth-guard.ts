import { limits } from '@colophon/protocol'
import { BadFrame } from '../sync-error.js'
import { createDepths } from '../update/depths.js'
import type { Structs } from '../update/update-reader.js'
import { structsFrom } from '../update/update-writer.js'
import type { RecordState } from './record-state.js'

/**
 * Keeps out types nested without end: whoever reads the record (a page, the threads) calls itself once for each level.
 * Texts cost nothing here: only when a type comes is it looked up how deep what it stands on is.
 */
export interface DepthGuard {
  /**
   * What is not refused counts as accepted from then on.
   * @param structs what an update has beyond what was accepted; at most one run for each client
   * @param holdsTypes whether there may be a shared type among them
   * @throws BadFrame
   */
  examine(structs: readonly Structs[], holdsTypes: boolean): void
  /** Tells that everything accepted is in the state. */
  settled(): void
}

/** @see docs/spec.md A6 */
export function createDepthGuard(state: Pick<RecordState, 'clockOf' | 'structsFrom'>): DepthGuard {
  /** By client, what was accepted and may not be in the state yet. */
  const ahead = new Map<number, Structs[]>()
  const depths = createDepths((client, from) => {
    const durable = state.structsFrom(client, from)
    const parts = durable === undefined ? [] : [durable]
    let to = durable?.to ?? from
    for (const part of ahead.get(client) ?? []) {
      if (part.to <= to) continue
      parts.push(structsFrom(part, to))
      to = part.to
    }
    return parts
  })

  function accept(part: Structs): void {
    const held = ahead.get(part.client) ?? []
    ahead.set(part.client, held)
    // In a busy room it is never quiet enough for `settled`.
    const durable = state.clockOf(part.client)
    const waiting = held.findIndex(({ to }) => to > durable)
    if (waiting !== 0) held.splice(0, waiting === -1 ? held.length : waiting)
    held.push(part)
  }

  function withdraw({ client, from }: Structs): void {
    ahead.get(client)?.pop()
    depths.forget(client, from)
  }

  return {
    examine(structs, holdsTypes) {
      structs.forEach(accept)
      if (!holdsTypes || depths.read(structs, limits.typeDepth) <= limits.typeDepth) return
      structs.forEach(withdraw)
      throw new BadFrame('The update nests things deeper than anybody could read.')
    },
    settled() {
      ahead.clear()
    },
  }
}
