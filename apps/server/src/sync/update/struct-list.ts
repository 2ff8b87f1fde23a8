import type { Structs } from './update-reader.js'
import { structsFrom } from './update-writer.js'

/** All structs of one client from clock 0 on, encoded one after the other. */
export interface StructList {
  /** The clock behind the last one. */
  readonly to: number
  readonly bytes: number
  readonly count: number
  /** Takes what goes on where the list ends; an overlap is left out. */
  append(structs: Structs): void
  /** @returns what there is from `clock` on; a view, good until the next `append` */
  from(clock: number): Structs | undefined
}

export function createStructList(client: number): StructList {
  let held: Uint8Array = new Uint8Array()
  let used = 0
  let count = 0
  let to = 0
  /** Places to begin a search at, so that somebody who lacks the last word costs no walk through the book. */
  const marks: { clock: number; position: number; count: number }[] = []

  function reserve(more: number): void {
    if (used + more <= held.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(used + more, Math.ceil(used * growth), smallest))
    larger.set(held.subarray(0, used))
    held = larger
  }

  return {
    get to() {
      return to
    },
    get bytes() {
      return used
    },
    get count() {
      return count
    },
    append(structs) {
      if (structs.to <= to) return
      const added = structsFrom(structs, to)
      if (used - (marks.at(-1)?.position ?? -bytesBetweenMarks) >= bytesBetweenMarks) {
        marks.push({ clock: to, position: used, count })
      }
      // A snapshot is taken as it is, without a copy.
      if (used === 0) held = added.bytes
      else {
        reserve(added.bytes.length)
        held.set(added.bytes, used)
      }
      used += added.bytes.length
      count += added.count
      to = added.to
    },
    from(clock) {
      if (clock >= to) return undefined
      const mark = marks.findLast((one) => one.clock <= clock) ?? { clock: 0, position: 0, count: 0 }
      const bytes = held.subarray(mark.position, used)
      return structsFrom({ client, from: mark.clock, to, count: count - mark.count, bytes }, clock)
    },
  }
}

const growth = 1.5
const smallest = 256
const bytesBetweenMarks = 1_024
