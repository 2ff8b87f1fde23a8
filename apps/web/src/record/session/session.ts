import { type Ledger, type Person, subprotocol } from '@colophon/protocol'
import { TemplateError, TemplateMismatch } from '@colophon/template'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Ending } from './closings.js'
import { connect } from './connection.js'
import { keepOnDevice } from './device.js'
import { createHistory } from './history.js'
import { createPlaces, type Places } from './places.js'
import { createPresence, type Presence } from './presence.js'
import type { Refusals } from './refusals.js'
import { learn, noFacts, type SaveEvent, type SaveFacts, wouldLose } from './saveState.js'
import { type Phase, type SessionState, stateFrom } from './sessionState.js'
import type { Templates } from './templates.js'
import type { AsideCause, Visits } from './visits.js'

/** Why nothing more is sent or heard. `refused`: the server closes the connection whatever this page does. */
export type Ended = 'revoked' | 'refused'

/** One record, open in this tab: its document, its connection, its copy on the device. Lives outside React. */
export interface RecordSession {
  readonly doc: Y.Doc
  readonly presence: Presence
  readonly places: Places
  getState(): SessionState
  subscribe(listener: () => void): () => void
  /** What the server answered over HTTP; an older one than the socket brought is ignored. */
  setLedger(ledger: Ledger): void
  /** Something was typed that is not in the document yet. @returns a way to say that it is. */
  holdAhead(): () => void
  /** Resolves when everything of ours is durable, as it is where nobody writes; rejects when `signal` aborts. */
  whenSaved(signal: AbortSignal): Promise<void>
  destroy(): void
}

export interface SessionOptions {
  recordId: string
  me: Person
  /** `#rrggbb`, for clients that draw carets in the colour they are told. */
  colour: string
  /** Absolute `ws(s):` address that `/ID` is added to. */
  syncUrl: string
  /** Tells the template of the document once it is loaded. */
  templates: Templates
  /** What this browser remembers of this person and record. */
  visits: Visits
  /** The name of the copy on the device: `visits` says which is the present one. */
  copy: string
  /** Those of this page, over all its sessions of the record. */
  refusals: Refusals
  /** Why nothing is sent: a sentence for the person; `undefined` for a session in which one may write. */
  listensBecause: string | undefined
  onEnded: (ended: Ended) => void
  /** What was here is set aside. A new session shows what there is now; it sends as before, or only listens. */
  onBeginAnew: (how: 'write' | 'listen') => void
  /** The server did not answer as a socket; it may have something to say over HTTP. */
  onRefused: () => void
}

/** Opens a record. @see docs/spec.md D1, D6, D8, D9, S3, U2, U3 */
export function openSession(options: SessionOptions): RecordSession {
  const { recordId, me, colour, templates, visits, copy, refusals, listensBecause } = options
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState({ user: { ...me, color: colour }, place: null, cursor: null })
  const presence = createPresence(awareness, me)
  const places = createPlaces()
  const listeners = new Set<() => void>()
  let hasWritten = false
  let firstLedger = true
  let destroyed = false
  let asideFor: AsideCause | undefined
  let facts: SaveFacts = noFacts
  let state = stateFrom({ kind: 'opening' }, facts, null)

  function update(phase: Phase, ledger: Ledger | null): void {
    const next = stateFrom(phase, facts, ledger)
    const save = JSON.stringify(next.save) === JSON.stringify(state.save) ? state.save : next.save
    const changed = (Object.keys(next) as (keyof SessionState)[]).some(
      (key) => key !== 'save' && next[key] !== state[key],
    )
    if (!changed && save === state.save) return
    state = { ...next, save }
    for (const listener of [...listeners]) listener()
  }

  function tell(event: SaveEvent): void {
    facts = learn(facts, event)
    update(state.phase, state.ledger)
    if (hasWritten && state.save.kind === 'saved') refusals.taken()
  }

  function setLedger(ledger: Ledger): void {
    if (state.ledger === null || ledger.version >= state.ledger.version) update(state.phase, ledger)
  }

  /** Calls `opened` when the document holds a record and its template is known, which may be at once. */
  function tryToOpen(opened: () => void): void {
    if (state.phase.kind === 'open') {
      opened()
      return
    }
    templates.of(doc).then((template) => {
      if (destroyed) return
      if (state.phase.kind !== 'open') {
        const mark = (): unknown => awareness.getLocalState()?.cursor?.head ?? null
        update({ kind: 'open', template, history: createHistory(doc, template, mark) }, state.ledger)
      }
      opened()
    }, cannotOpen)
  }

  function cannotOpen(error: unknown): void {
    // Before the first exchange an empty document says nothing; after it, this is what the server holds. What could not be
    // fetched is asked for again with the next connection.
    if (destroyed || !facts.synced || !(error instanceof TemplateMismatch || error instanceof TemplateError)) return
    update({ kind: 'unreadable', why: error.message }, state.ledger)
  }

  function tellRestored(): void {
    if (!facts.loaded) tell({ type: 'restored' })
  }

  async function end(ending: Ending): Promise<void> {
    if (ending.next === 'leave') return stop('revoked')
    const { cause } = ending
    const found = await device.loaded
    if (destroyed) return
    const isRefusal = cause !== 'restored'
    if (isRefusal && listensBecause !== undefined) return stop('refused')
    const hasOwn = found || hasWritten
    if (hasOwn || !isRefusal) {
      asideFor = cause
      setAside(cause)
    }
    options.onBeginAnew(isRefusal ? refusals.refused(hasOwn) : 'write')
  }

  function setAside(cause: AsideCause): void {
    const held = { state: Y.encodeStateAsUpdate(doc), kept: facts.device !== 'failed', unsaved: facts.pending }
    visits.setAside(copy, cause, held)
  }

  function stop(ended: Ended): void {
    tell({ type: 'ended' })
    options.onEnded(ended)
  }

  const device = keepOnDevice(copy, doc, (kept) => tell({ type: 'device', state: kept }))
  const connection = connect({
    url: options.syncUrl,
    recordId,
    protocol: subprotocol,
    doc,
    awareness,
    seen: visits.seen(),
    listensOnly: listensBecause !== undefined,
    onEvent(event) {
      if (event.type === 'connected') firstLedger = true
      // Before any of the text comes: what this page's editors cannot hold, they would take out of the copy as well.
      if (event.type === 'outdated') device.freeze()
      tell(event)
      if (event.type === 'synced') tryToOpen(() => tell({ type: 'loaded' }))
    },
    onLedger(ledger) {
      // The first of a connection is how things stand, also where a backup has taken them back.
      if (firstLedger) update(state.phase, ledger)
      else setLedger(ledger)
      firstLedger = false
    },
    onPosition: (position) => visits.see(copy, position),
    onEnded: (ending) => void end(ending),
    onRefused: options.onRefused,
  })
  if (listensBecause !== undefined) tell({ type: 'listening', text: listensBecause })
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (connection.isOrigin(origin) || device.isOrigin(origin)) return
    if (!hasWritten) visits.wrote(copy, doc.clientID)
    hasWritten = true
    tell({ type: 'edited', sent: connection.isOpen() })
  })
  void device.loaded.then((found) => {
    if (found) tryToOpen(tellRestored)
  })

  const warn = (event: BeforeUnloadEvent) => {
    if (wouldLose(state.save)) event.preventDefault()
  }
  window.addEventListener('beforeunload', warn)

  return {
    doc,
    presence,
    places,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setLedger,
    holdAhead() {
      tell({ type: 'ahead', slots: facts.ahead + 1 })
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        tell({ type: 'ahead', slots: facts.ahead - 1 })
      }
    },
    whenSaved: (signal) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const isSaved = state.save.kind === 'saved' || state.save.kind === 'read-only'
          if (!isSaved && !signal.aborted) return
          listeners.delete(look)
          if (signal.aborted) reject(signal.reason)
          else resolve()
        }
        listeners.add(look)
        signal.addEventListener('abort', look, { once: true })
        look()
      }),
    destroy() {
      destroyed = true
      // Until the new session is drawn, somebody may have typed on in this one.
      if (asideFor !== undefined) setAside(asideFor)
      window.removeEventListener('beforeunload', warn)
      listeners.clear()
      if (state.phase.kind === 'open') state.phase.history.destroy()
      presence.destroy()
      connection.destroy()
      device.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}
