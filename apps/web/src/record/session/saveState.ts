/** Whether this browser keeps the work too. `writing`: it does, and the last edit is on its way. */
export type DeviceState = 'opening' | 'writing' | 'kept' | 'failed'

/** Everything the save state is derived from. Frames are *document frames*, as the protocol counts them. */
export interface SaveFacts {
  /** The record's own text is here, from the server or from this device. */
  readonly loaded: boolean
  /** `connecting` only before the first answer; after that it is one of the others. */
  readonly link: 'connecting' | 'connected' | 'offline'
  /** When the server is tried again, milliseconds since the epoch; `null` where that waits for the network. */
  readonly retryAt: number | null
  /** The server's side of the first exchange has been applied, on this connection. */
  readonly synced: boolean
  /** This side of it has been sent, on this connection: the server was given whatever it lacked. */
  readonly offered: boolean
  /** Frames sent on this connection, and how many of them the server calls durable. */
  readonly sent: number
  readonly durable: number
  /** There may be edits of ours that the server does not hold. */
  readonly pending: boolean
  /** An edit missed this connection (its socket was closing); only the next one can carry it. */
  readonly stranded: boolean
  /** Something was written here, or is in this browser's copy, that the server is known not to hold. */
  readonly unshared: boolean
  /** Slots with something typed that waits for their editor: it is in no document yet. */
  readonly ahead: number
  readonly device: DeviceState
  /** The server's own sentence while it cannot store. */
  readonly trouble: string | null
  /** Its sentence when this person may only read; `isHeard` once it has been said on this connection. */
  readonly readOnly: { readonly why: string; readonly isHeard: boolean } | null
  /** Why this page sends nothing, whatever the person may do. */
  readonly listening: string | null
  /** Its sentence when this page is not of its version. */
  readonly outdated: string | null
  /** The connection has ended for good. */
  readonly ended: boolean
}

/** What a person is told about their work. Never better than what is known. */
export type SaveState =
  | { readonly kind: 'loading' }
  /** Everything of ours is durable on the server. */
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** Not connected, and nothing of ours is waiting. */
  | { readonly kind: 'offline' }
  /** Not connected; what waits is kept in this browser. */
  | { readonly kind: 'device-only' }
  /** `why` is the server's own sentence, or `null` when there is neither server nor device. */
  | { readonly kind: 'unsaved'; readonly why: string | null }
  | { readonly kind: 'read-only'; readonly why: string }
  /** The page must be loaded again. `atStake`: something of ours is neither on the server nor in this browser. */
  | { readonly kind: 'outdated'; readonly why: string; readonly atStake: boolean }
  /** Nothing is sent any more. `pending`: something of ours is not on the server; `atStake`: nor is it in this browser. */
  | { readonly kind: 'ended'; readonly pending: boolean; readonly atStake: boolean }

export type SaveEvent =
  | { readonly type: 'loaded' }
  /** Text was found on this device; whether the server has it is not known yet. */
  | { readonly type: 'restored' }
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected' }
  /** The next attempt has been set. */
  | { readonly type: 'retry'; readonly at: number }
  | { readonly type: 'synced' }
  /** `hasNews`: the answer held something that the server lacked. What was only deleted does not show. */
  | { readonly type: 'sent'; readonly frame: 'answer' | 'update'; readonly hasNews?: boolean }
  | { readonly type: 'durable'; readonly count: number }
  /** A change made here; `sent` says whether this connection carries it. */
  | { readonly type: 'edited'; readonly sent: boolean }
  | { readonly type: 'ahead'; readonly slots: number }
  | { readonly type: 'device'; readonly state: DeviceState }
  | { readonly type: 'trouble'; readonly text: string | null }
  | { readonly type: 'read-only'; readonly text: string }
  | { readonly type: 'listening'; readonly text: string }
  | { readonly type: 'outdated'; readonly text: string }
  | { readonly type: 'ended' }

export const noFacts: SaveFacts = {
  loaded: false,
  link: 'connecting',
  retryAt: null,
  synced: false,
  offered: false,
  sent: 0,
  durable: 0,
  pending: false,
  stranded: false,
  unshared: false,
  ahead: 0,
  device: 'opening',
  trouble: null,
  readOnly: null,
  listening: null,
  outdated: null,
  ended: false,
}

/** The facts after `event`. @see docs/spec.md D1, D6, U3 */
export function learn(facts: SaveFacts, event: SaveEvent): SaveFacts {
  const next = heard(facts, event)
  return next.pending && settled(next) ? { ...next, pending: false, unshared: false } : next
}

/** What may be said. @see docs/spec.md D1, D6, D9, S3, S5, U3 */
export function saveState(facts: SaveFacts): SaveState {
  const isAhead = facts.ahead > 0
  const pending = facts.pending || isAhead
  const atStake = isAhead || (pending && facts.device !== 'kept')
  if (facts.outdated !== null) return { kind: 'outdated', why: facts.outdated, atStake }
  if (facts.ended) return { kind: 'ended', pending, atStake }
  if (!facts.loaded) return { kind: 'loading' }
  const readOnly = whyReadOnly(facts)
  if (readOnly !== null) return { kind: facts.unshared || isAhead ? 'unsaved' : 'read-only', why: readOnly }
  if (settled(facts) && !pending) return { kind: 'saved' }
  if (facts.trouble !== null) return { kind: 'unsaved', why: facts.trouble }
  switch (facts.link) {
    case 'connecting':
      return { kind: 'loading' }
    case 'connected':
      return { kind: 'saving' }
    case 'offline':
      return pending ? unsent(isAhead ? 'failed' : facts.device) : { kind: 'offline' }
    default:
      return facts.link satisfies never
  }
}

/** Why this person or this page may only read; `null` where nothing stands against writing. */
export function whyReadOnly({ readOnly, listening }: Pick<SaveFacts, 'readOnly' | 'listening'>): string | null {
  return readOnly?.why ?? listening
}

/** Whether closing the tab now could lose something. */
export function wouldLose(state: SaveState): boolean {
  switch (state.kind) {
    case 'saving':
    case 'unsaved':
      return true
    case 'outdated':
    case 'ended':
      return state.atStake
    case 'loading':
    case 'saved':
    case 'offline':
    case 'device-only':
    case 'read-only':
      return false
    default:
      return state satisfies never
  }
}

function unsent(device: DeviceState): SaveState {
  switch (device) {
    case 'kept':
      return { kind: 'device-only' }
    case 'opening':
    case 'writing':
      return { kind: 'saving' }
    case 'failed':
      return { kind: 'unsaved', why: null }
    default:
      return device satisfies never
  }
}

const settled = (facts: SaveFacts) =>
  facts.link === 'connected' && facts.synced && facts.offered && !facts.stranded && facts.durable >= facts.sent

const freshConnection = { retryAt: null, synced: false, offered: false, sent: 0, durable: 0, stranded: false }

function heard(facts: SaveFacts, event: SaveEvent): SaveFacts {
  switch (event.type) {
    case 'loaded':
      return { ...facts, loaded: true }
    case 'restored':
      return { ...facts, loaded: true, pending: true }
    case 'connected': {
      const readOnly = facts.readOnly && { ...facts.readOnly, isHeard: false }
      return { ...facts, ...freshConnection, link: 'connected', readOnly }
    }
    case 'disconnected': {
      const pending = facts.pending || facts.durable < facts.sent
      // What the server said about its store ends with the connection that said it.
      return { ...facts, ...freshConnection, link: 'offline', pending, trouble: null }
    }
    case 'retry':
      return { ...facts, retryAt: event.at }
    case 'synced':
      // The server says it first of all: where it has not, this person may write by now.
      return { ...facts, synced: true, readOnly: facts.readOnly?.isHeard === true ? facts.readOnly : null }
    case 'sent': {
      const unshared = facts.unshared || (event.frame === 'answer' && event.hasNews === true)
      return { ...facts, sent: facts.sent + 1, offered: facts.offered || event.frame === 'answer', unshared }
    }
    case 'durable':
      return { ...facts, durable: Math.max(facts.durable, event.count) }
    case 'edited':
      // An editor that does not know all of the record takes out what it does not know: that is nobody's work.
      if (facts.outdated !== null) return facts
      return {
        ...facts,
        pending: true,
        unshared: true,
        stranded: facts.stranded || (facts.link === 'connected' && !event.sent),
      }
    case 'ahead':
      return { ...facts, ahead: event.slots }
    case 'device':
      return { ...facts, device: event.state }
    case 'trouble':
      return { ...facts, trouble: event.text }
    case 'read-only':
      return { ...facts, readOnly: { why: event.text, isHeard: true } }
    case 'listening':
      return { ...facts, listening: event.text }
    case 'outdated':
      return { ...facts, outdated: event.text }
    case 'ended':
      return { ...facts, ended: true }
    default:
      return event satisfies never
  }
}
