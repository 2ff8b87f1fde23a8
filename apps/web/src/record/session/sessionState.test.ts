import { expect, test } from 'vitest'
import { learn, noFacts, type SaveEvent } from './saveState.js'
import { stateFrom } from './sessionState.js'

const after = (...events: SaveEvent[]) => stateFrom({ kind: 'opening' }, events.reduce(learn, noFacts), null)

test.each<[string, SaveEvent]>([
  ['a reader', { type: 'read-only', text: 'You may read.' }],
  ['a page that only listens', { type: 'listening', text: 'Refused.' }],
  ['a page of another version', { type: 'outdated', text: 'Load the page again.' }],
  ['a page whose connection has ended', { type: 'ended' }],
])('[D9] [A2] nothing can be typed by %s', (_who, event) => {
  expect(after({ type: 'connected' }, event, { type: 'synced' }).readOnly).toBe(true)
})

test('anybody else may write', () => {
  expect(after({ type: 'connected' }, { type: 'synced' }).readOnly).toBe(false)
})
