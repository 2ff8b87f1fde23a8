import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { wholeOf } from '../clients/filling.js'
import { writeHistory } from './history.js'
import { newRecord, typedFragment, typeKeys } from './keystrokes.js'

test('[P4] a record’s past is the same every time, and as long as was asked for', () => {
  const past = writeHistory(20_000)
  expect(writeHistory(20_000)).toEqual(past)
  expect(past.clocks).toBeGreaterThan(20_000 / 2)
})

test('[P4] somebody has a record when what came, taken together, holds all of it', () => {
  const past = writeHistory(10_000)
  const isWhole = wholeOf(past.clocks)
  const [last = new Uint8Array(), ...others] = past.updates.toReversed()
  expect(isWhole({ kind: 'state', update: Y.mergeUpdates(others) })).toBe(false)
  expect(isWhole({ kind: 'update', update: last })).toBe(true)
})

test('[P1] typed keys are real updates: each stands on the one before, and adds one character to the record', () => {
  const { opening, updates, firstClock, client } = typeKeys(77, 200)
  const doc = new Y.Doc()
  for (const update of [newRecord, opening]) Y.applyUpdate(doc, update)
  updates.forEach((update, key) => {
    Y.applyUpdate(doc, update)
    expect(Y.getState(doc.store, client)).toBe(firstClock + key + 1)
  })
  expect(doc.store.pendingStructs).toBe(null)
  const paragraph = doc.getXmlFragment(typedFragment).toArray().at(-1)
  expect(paragraph?.toString()).toHaveLength('<paragraph></paragraph>'.length + 200)
})
