import type { Structs } from './update-reader.js'
import { structsFrom } from './update-writer.js'

/**
 * All structs of one client from clock 0 on, encoded one after the other. Of these a server holds one for every client
 * of every open record, so it is a class: its methods are there once.
 */
export class StructList {
  readonly #client: number
  #held: Uint8Array = nothing
  #used = 0
  #count = 0
  #to = 0
  /** Places to begin a search at, so that somebody who lacks the last word costs no walk through the book. */
  readonly #marks: Mark[] = []

  constructor(client: number) {
    this.#client = client
  }

  /** The clock behind the last one. */
  get to(): number {
    return this.#to
  }

  get bytes(): number {
    return this.#used
  }

  get count(): number {
    return this.#count
  }

  /** Takes what goes on where the list ends; an overlap is left out. */
  append(structs: Structs): void {
    if (structs.to <= this.#to) return
    const added = structsFrom(structs, this.#to)
    // A snapshot is taken as it is, without a copy.
    if (this.#used === 0) this.#held = added.bytes
    else {
      if (this.#used - (this.#marks.at(-1)?.position ?? 0) >= bytesBetweenMarks) {
        this.#marks.push({ clock: this.#to, position: this.#used, count: this.#count })
      }
      this.#reserve(added.bytes.length)
      this.#held.set(added.bytes, this.#used)
    }
    this.#used += added.bytes.length
    this.#count += added.count
    this.#to = added.to
  }

  /** @returns what there is from `clock` on; a view, good until the next `append` */
  from(clock: number): Structs | undefined {
    if (clock >= this.#to) return undefined
    const mark = this.#marks.findLast((one) => one.clock <= clock) ?? start
    const bytes = this.#held.subarray(mark.position, this.#used)
    const rest = { client: this.#client, from: mark.clock, to: this.#to, count: this.#count - mark.count, bytes }
    return structsFrom(rest, clock)
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#held.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#used + more, Math.ceil(this.#used * growth), smallest))
    larger.set(this.#held.subarray(0, this.#used))
    this.#held = larger
  }
}

interface Mark {
  readonly clock: number
  readonly position: number
  readonly count: number
}

const nothing = new Uint8Array()
const start: Mark = { clock: 0, position: 0, count: 0 }
const growth = 1.5
const smallest = 256
const bytesBetweenMarks = 1_024
