import { limits } from '@colophon/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Identity } from '../rooms.js'
import { encodeAwarenessFrame } from '../sockets/sync-frame.js'
import { type WireFrame, wireFrame } from '../sockets/wire-frame.js'
import { BadFrame } from '../sync-error.js'
import { personColor } from './person-color.js'

/** Somebody who can be told. */
export interface Listener {
  readonly who: Pick<Identity, 'id' | 'name'>
  send(frame: Uint8Array): void
}

/** Who points where in one room: the last awareness state of each client, never stored. */
export interface Presence<L extends Listener> {
  /** Takes what `from` says of itself. @throws BadFrame */
  receive(from: L, update: Uint8Array): void
  /** Who changed, joined or left since this was last asked; `undefined` where nobody did. */
  takeNews(): PresenceNews<L> | undefined
  /** The states of these clients as they are now; nobody is told about themselves. */
  about(clients: Iterable<number>, listener: L): WireFrame | undefined
  /** Who has a state under this client id. */
  announcer(client: number): L | undefined
  /** Sends everybody's state. @returns how many there were */
  tell(listener: L): number
  /** Takes the listener's state back. */
  leave(listener: L): void
}

/** What is to be told: to nobody about themselves. */
export interface PresenceNews<L> {
  /** For everybody the news is not about. */
  readonly shared: WireFrame
  readonly authors: ReadonlySet<L>
  readonly clients: readonly number[]
  /** For one of the authors: the news about the others. */
  without(author: L): WireFrame | undefined
}

/**
 * A listener has one state, under the first client id that it names; a stock client also repeats what it hears of
 * others, which counts for nothing. The states' clocks are the server's own: they only grow, so that somebody who
 * comes back is seen at once, and nobody is sent a state of their own, so that they never meet such a clock there.
 * @param onNews called when there is something to tell
 * @see docs/spec.md A4
 */
export function createPresence<L extends Listener>(onNews: () => void): Presence<L> {
  const states = new Map<number, State<L>>()
  const clientOf = new Map<L, number>()
  const users = new WeakMap<L, User>()
  let changed = new Map<number, L>()
  let clock = 0

  function set(client: number, owner: L, json: string): void {
    states.set(client, { owner, json })
    clientOf.set(owner, client)
    mark(client, owner)
  }

  function remove(client: number, owner: L): void {
    states.delete(client)
    clientOf.delete(owner)
    mark(client, owner)
  }

  function mark(client: number, owner: L): void {
    changed.set(client, owner)
    onNews()
  }

  /** May `from` speak for `client`? Somebody who reconnected may, while the server still holds the old connection. */
  function owns(from: L, client: number): boolean {
    const mine = clientOf.get(from)
    if (mine !== undefined) return mine === client
    const owner = states.get(client)?.owner
    return owner === undefined || owner.who.id === from.who.id
  }

  function userOf(listener: L): User {
    const { id, name } = listener.who
    const user = users.get(listener) ?? { id, name, color: personColor(id) }
    users.set(listener, user)
    return user
  }

  function encode(client: number): Uint8Array {
    clock = Math.max(clock + 1, Date.now())
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, states.get(client)?.json ?? 'null')
    return encoding.toUint8Array(encoder)
  }

  function takeNews(): PresenceNews<L> | undefined {
    if (changed.size === 0) return undefined
    const clients = [...changed.keys()]
    const news = Array.from(changed, ([client, owner]) => ({ owner, entry: encode(client) }))
    changed = new Map()
    return {
      shared: wireFrame(encodeAwarenessFrame(news.map(({ entry }) => entry))),
      authors: new Set(news.map(({ owner }) => owner)),
      clients,
      without: (author) => frameOf(news.flatMap(({ owner, entry }) => (owner === author ? [] : [entry]))),
    }
  }

  return {
    receive(from, update) {
      for (const { client, json } of readEntries(update)) {
        if (!owns(from, client)) continue
        const state = readState(json)
        if (state !== null) {
          const previous = states.get(client)?.owner
          if (previous !== undefined && previous !== from) clientOf.delete(previous)
          set(client, from, JSON.stringify(Object.assign(state, { user: userOf(from) })))
        } else if (states.get(client)?.owner === from) remove(client, from)
      }
    },
    takeNews,
    about: (clients, listener) =>
      frameOf([...clients].flatMap((client) => (states.get(client)?.owner === listener ? [] : [encode(client)]))),
    announcer: (client) => states.get(client)?.owner,
    tell(listener) {
      const others = [...states].flatMap(([client, { owner }]) => (owner === listener ? [] : [encode(client)]))
      if (others.length > 0) listener.send(encodeAwarenessFrame(others))
      return others.length
    },
    leave(listener) {
      const client = clientOf.get(listener)
      if (client !== undefined) remove(client, listener)
    },
  }
}

function frameOf(entries: readonly Uint8Array[]): WireFrame | undefined {
  return entries.length === 0 ? undefined : wireFrame(encodeAwarenessFrame(entries))
}

interface State<L> {
  owner: L
  json: string
}

interface User {
  id: string
  name: string
  color: string
}

function readEntries(update: Uint8Array): { client: number; json: Uint8Array }[] {
  try {
    const decoder = decoding.createDecoder(update)
    const entries = []
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const client = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      entries.push({ client, json: decoding.readVarUint8Array(decoder) })
    }
    return entries
  } catch (cause) {
    throw new BadFrame('The awareness message ends before it is complete.', undefined, { cause })
  }
}

function readState(json: Uint8Array): object | null {
  if (json.length > limits.awarenessBytes) throw new BadFrame('The awareness state is too large.', 1009)
  const state = parse(json)
  if (typeof state !== 'object' || Array.isArray(state)) throw new BadFrame('An awareness state is an object or null.')
  return state
}

function parse(json: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(json))
  } catch (cause) {
    throw new BadFrame('The awareness state is no JSON.', undefined, { cause })
  }
}

const utf8 = new TextDecoder()
