import * as encoding from 'lib0/encoding'

/** Yjs's update format, version 1, written by hand: what no client would write can be written here. */
export type Write = (encoder: encoding.Encoder) => void

/** What a struct holds; the number is Yjs's own for that content. */
export interface Content {
  readonly type: number
  readonly write: Write
}

export interface Id {
  readonly client: number
  readonly clock: number
}

export interface Client {
  readonly client: number
  readonly clock: number
  readonly structs: readonly Write[]
  /** How many structs it says it has, when that is not true. */
  readonly claims?: number
}

export interface Update {
  readonly clients?: readonly Client[]
  /** How many clients it says it has, when that is not true. */
  readonly claims?: number
  readonly deletes?: Write
}

export function update({ clients = [], claims, deletes = number(0) }: Update): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, claims ?? clients.length)
    for (const { client, clock, structs, claims } of clients) {
      encoding.writeVarUint(encoder, claims ?? structs.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const write of structs) write(encoder)
    }
    deletes(encoder)
  })
}

/** A struct in a root type, after nothing. */
export function inRoot({ type, write }: Content, root = 'ticks', key?: string): Write {
  return (encoder) => {
    encoding.writeUint8(encoder, type | (key === undefined ? 0 : hasKey))
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, root)
    if (key !== undefined) encoding.writeVarString(encoder, key)
    write(encoder)
  }
}

/** A struct in the type that another struct holds. */
export function inType({ type, write }: Content, parent: Id): Write {
  return (encoder) => {
    encoding.writeUint8(encoder, type)
    encoding.writeVarUint(encoder, 0)
    id(parent)(encoder)
    write(encoder)
  }
}

/** A struct after another one. */
export function after({ type, write }: Content, origin: Id): Write {
  return (encoder) => {
    encoding.writeUint8(encoder, type | hasOrigin)
    id(origin)(encoder)
    write(encoder)
  }
}

/** `garbage` and `skip` are structs without a place. */
export const garbage = (length: number): Write => bytes(Uint8Array.of(0), number(length))
export const skip = (length: number): Write => bytes(Uint8Array.of(10), number(length))

export const deleted = (length: number): Content => ({ type: 1, write: number(length) })
export const jsons = (count: number, texts: readonly string[]): Content => ({
  type: 2,
  write: (encoder) => {
    encoding.writeVarUint(encoder, count)
    for (const text of texts) encoding.writeVarString(encoder, text)
  },
})
export const text = (value: string): Content => ({
  type: 4,
  write: (encoder) => encoding.writeVarString(encoder, value),
})
export const embed = (json: string): Content => ({
  type: 5,
  write: (encoder) => encoding.writeVarString(encoder, json),
})
/** 1 a map, 2 a text, 4 a fragment, 6 an XML text. */
export const sharedType = (kind: number): Content => ({ type: 7, write: number(kind) })
export const anys = (count: number, write: Write): Content => ({
  type: 8,
  write: (encoder) => {
    encoding.writeVarUint(encoder, count)
    write(encoder)
  },
})

export const number =
  (value: number): Write =>
  (encoder) =>
    encoding.writeVarUint(encoder, value)

const id =
  ({ client, clock }: Id): Write =>
  (encoder) => {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
  }

export const bytes =
  (first: Uint8Array, then?: Write): Write =>
  (encoder) => {
    encoding.writeUint8Array(encoder, first)
    then?.(encoder)
  }

const hasKey = 0b0010_0000
const hasOrigin = 0b1000_0000
