import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learn, noFacts, type SaveEvent, type SaveFacts, type SaveState, saveState, wouldLose } from './saveState.js'

const after = (...events: SaveEvent[]): SaveFacts => events.reduce(learn, noFacts)
const kindAfter = (...events: SaveEvent[]): SaveState['kind'] => saveState(after(...events)).kind

const opened: SaveEvent[] = [
  { type: 'connected' },
  { type: 'sent', frame: 'answer' },
  { type: 'synced' },
  { type: 'loaded' },
  { type: 'durable', count: 1 },
  { type: 'device', state: 'kept' },
]
const edit: SaveEvent[] = [
  { type: 'sent', frame: 'update' },
  { type: 'edited', sent: true },
]

test('[S3] nothing is called saved before the record is loaded', () => {
  expect(kindAfter({ type: 'connected' }, { type: 'sent', frame: 'answer' }, { type: 'durable', count: 1 })).toBe(
    'loading',
  )
})

test('[D1] saved is said when the connection is in step and every frame is durable', () => {
  expect(kindAfter(...opened)).toBe('saved')
})

test('[D1] an edit is being saved until the server says that its frame is durable', () => {
  expect(kindAfter(...opened, ...edit)).toBe('saving')
  expect(kindAfter(...opened, ...edit, ...edit, { type: 'durable', count: 2 })).toBe('saving')
  expect(kindAfter(...opened, ...edit, ...edit, { type: 'durable', count: 3 })).toBe('saved')
})

test('[D1] in step is not enough: the server must have been given what it lacks', () => {
  expect(kindAfter({ type: 'restored' }, { type: 'connected' }, { type: 'synced' })).toBe('saving')
})

test('[D1] an edit that a closing socket did not take is not saved by the frames before it', () => {
  const facts = after(
    ...opened,
    { type: 'sent', frame: 'update' },
    { type: 'edited', sent: false },
    { type: 'durable', count: 2 },
  )
  expect(saveState(facts).kind).toBe('saving')
})

test('[D6] a frame on its way when the connection ends counts as unsaved', () => {
  expect(kindAfter(...opened, ...edit, { type: 'disconnected' })).toBe('device-only')
})

test('[D6] offline, work that this browser keeps is on this device only', () => {
  const offline: SaveEvent[] = [...opened, { type: 'disconnected' }]
  expect(kindAfter(...offline)).toBe('offline')
  const writing = after(...offline, { type: 'edited', sent: false }, { type: 'device', state: 'writing' })
  expect(saveState(writing).kind).toBe('saving')
  expect(wouldLose(saveState(writing))).toBe(true)
  expect(saveState(learn(writing, { type: 'device', state: 'kept' })).kind).toBe('device-only')
})

test('[U3] when the server is tried again is known until it is, or until the network is gone', () => {
  const waiting: SaveEvent[] = [...opened, { type: 'disconnected' }, { type: 'retry', at: 4_000 }]
  expect(after(...waiting).retryAt).toBe(4_000)
  expect(after(...waiting, { type: 'connected' }).retryAt).toBeNull()
  expect(after(...waiting, { type: 'disconnected' }).retryAt).toBeNull()
})

test('[D6] offline, work that nobody keeps is not saved', () => {
  const facts = after(
    ...opened,
    { type: 'disconnected' },
    { type: 'device', state: 'failed' },
    { type: 'edited', sent: false },
  )
  expect(saveState(facts)).toEqual({ kind: 'unsaved', why: null })
  expect(wouldLose(saveState(facts))).toBe(true)
})

test('[D6] what was written offline is saved once the next connection says so', () => {
  const back: SaveEvent[] = [
    ...opened,
    { type: 'disconnected' },
    { type: 'edited', sent: false },
    { type: 'connected' },
    { type: 'sent', frame: 'answer' },
    { type: 'synced' },
  ]
  expect(kindAfter(...back)).toBe('saving')
  expect(kindAfter(...back, { type: 'durable', count: 1 })).toBe('saved')
})

test('[D3] while the store is in trouble an edit is not saved, and the server says why', () => {
  const facts = after(...opened, { type: 'trouble', text: 'The disk is full.' }, ...edit)
  expect(saveState(facts)).toEqual({ kind: 'unsaved', why: 'The disk is full.' })
  const recovered = learn(learn(facts, { type: 'trouble', text: null }), { type: 'durable', count: 2 })
  expect(saveState(recovered).kind).toBe('saved')
})

test('[U3] a reader is told that they may only read', () => {
  expect(saveState(after(...opened, { type: 'read-only', text: 'You may read.' }))).toEqual({
    kind: 'read-only',
    why: 'You may read.',
  })
})

test('[D9] [A2] a reader who became a writer may write once they are back, and not before that is known', () => {
  const reader = after(...opened, { type: 'read-only', text: 'You may read.' }, { type: 'disconnected' })
  const back = learn(reader, { type: 'connected' })
  expect(saveState(back).kind).toBe('read-only')
  expect(saveState(learn(back, { type: 'synced' })).kind).toBe('saving')
  const stillReader = learn(learn(back, { type: 'read-only', text: 'You may read.' }), { type: 'synced' })
  expect(saveState(stillReader).kind).toBe('read-only')
})

test('[D9] a page that only listens goes on so when it has lost its connection', () => {
  const listening = after({ type: 'listening', text: 'Refused.' }, ...opened, { type: 'disconnected' }, ...opened)
  expect(saveState(listening)).toEqual({ kind: 'read-only', why: 'Refused.' })
})

const locked: SaveEvent = { type: 'read-only', text: 'This record is completed.' }

test('[G5] [U3] what was typed while the record was being completed is told as not saved', () => {
  const late = after(...opened, ...edit, locked)
  expect(saveState(late)).toEqual({ kind: 'unsaved', why: 'This record is completed.' })
  expect(wouldLose(saveState(late))).toBe(true)
  expect(saveState(learn(late, { type: 'durable', count: 2 })).kind).toBe('read-only')
})

test('[G5] [U3] what was written offline before the record was completed is told as not saved', () => {
  const back: SaveEvent[] = [{ type: 'restored' }, { type: 'connected' }, locked, { type: 'synced' }]
  expect(kindAfter(...back)).toBe('read-only')
  expect(kindAfter(...back, { type: 'sent', frame: 'answer', hasNews: false })).toBe('read-only')
  expect(kindAfter(...back, { type: 'sent', frame: 'answer', hasNews: true })).toBe('unsaved')
})

test('[S5] [D6] a page of another version reads, and says whether loading it again would lose anything', () => {
  const outdated: SaveEvent = { type: 'outdated', text: 'Load the page again.' }
  const offline: SaveEvent[] = [...opened, { type: 'disconnected' }, { type: 'edited', sent: false }]
  const kept = saveState(after(...offline, { type: 'device', state: 'kept' }, { type: 'connected' }, outdated))
  expect(kept).toEqual({ kind: 'outdated', why: 'Load the page again.', atStake: false })
  expect(wouldLose(kept)).toBe(false)
  const nowhere = saveState(after(...offline, { type: 'device', state: 'failed' }, { type: 'connected' }, outdated))
  expect(nowhere).toMatchObject({ kind: 'outdated', atStake: true })
  expect(wouldLose(nowhere)).toBe(true)
})

test('[S5] what the editors of an outdated page take out of its document is nobody’s work', () => {
  const facts = after({ type: 'connected' }, { type: 'outdated', text: 'Load the page again.' }, { type: 'synced' })
  expect(saveState(learn(facts, { type: 'edited', sent: true }))).toMatchObject({ atStake: false })
})

test('[D1] [D6] what waits for its editor is neither saved nor in this browser, whatever else is', () => {
  const ahead: SaveEvent = { type: 'ahead', slots: 1 }
  expect(kindAfter(...opened, ahead)).toBe('saving')
  expect(kindAfter(...opened, ahead, { type: 'ahead', slots: 0 })).toBe('saved')
  const offline = saveState(after(...opened, { type: 'disconnected' }, ahead))
  expect(offline).toEqual({ kind: 'unsaved', why: null })
  expect(wouldLose(offline)).toBe(true)
  expect(kindAfter(...opened, ahead, { type: 'read-only', text: 'Locked.' })).toBe('unsaved')
  expect(saveState(after(...opened, ahead, { type: 'ended' }))).toEqual({ kind: 'ended', pending: true, atStake: true })
})

const anyEvent: fc.Arbitrary<SaveEvent> = fc.oneof(
  fc.constantFrom<SaveEvent>(
    { type: 'loaded' },
    { type: 'restored' },
    { type: 'connected' },
    { type: 'disconnected' },
    { type: 'synced' },
    { type: 'sent', frame: 'answer' },
    { type: 'sent', frame: 'update' },
    { type: 'edited', sent: false },
    { type: 'trouble', text: 'The disk is full.' },
    { type: 'trouble', text: null },
    { type: 'outdated', text: 'Load the page again.' },
    { type: 'ended' },
    { type: 'ahead', slots: 1 },
    { type: 'ahead', slots: 0 },
  ),
  fc.nat(6).map((count): SaveEvent => ({ type: 'durable', count })),
)

test('[D1] [U3] whatever happens, saved is said only with every frame durable and nothing waiting', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
      const facts = after(...events)
      if (saveState(facts).kind !== 'saved') return
      expect(facts).toMatchObject({
        loaded: true,
        link: 'connected',
        synced: true,
        offered: true,
        pending: false,
        ahead: 0,
      })
      expect(facts.durable).toBeGreaterThanOrEqual(facts.sent)
    }),
    { seed: 20_261, numRuns: 2_000 },
  )
})

test('[D9] [U3] once the connection has ended for good, nothing is called on its way, and what is not saved is said', () => {
  const ended: SaveEvent[] = [{ type: 'disconnected' }, { type: 'ended' }]
  expect(saveState(after(...opened, ...ended))).toEqual({ kind: 'ended', pending: false, atStake: false })
  expect(saveState(after(...opened, ...edit, ...ended))).toEqual({ kind: 'ended', pending: true, atStake: false })
  const unkept = saveState(after(...opened, { type: 'device', state: 'failed' }, ...edit, ...ended))
  expect(unkept).toEqual({ kind: 'ended', pending: true, atStake: true })
  expect(wouldLose(unkept)).toBe(true)
})
