import { expect, test } from 'vitest'
import { mergeUpdates } from 'yjs'
import { createArrivals, runsOf } from './arrivals.js'
import { caretBehind } from './carets.js'
import { typeKeys } from './keystrokes.js'

test('[P2] however many updates a server merges into one frame, each edit in it counts once', () => {
  const [ada, grace] = [typeKeys(7, 40), typeKeys(9, 25)]
  const merged = mergeUpdates([...ada.updates.slice(10), ...grace.updates])
  const edits = new Map(
    createArrivals()
      .edits(merged)
      .map(({ client, from, to }) => [client, to - from]),
  )
  expect(edits).toEqual(
    new Map([
      [7, 30],
      [9, 25],
    ]),
  )
})

test('[P2] what is missing between two merged updates does not count', () => {
  const { updates, firstClock } = typeKeys(7, 10)
  const runs = runsOf(mergeUpdates([updates[0] ?? new Uint8Array(), updates[9] ?? new Uint8Array()]))
  expect(runs).toEqual([
    { client: 7, from: firstClock, to: firstClock + 1 },
    { client: 7, from: firstClock + 9, to: firstClock + 10 },
  ])
})

test('[P2] a frame is remembered by its bytes, so that another of the same length is read anew', () => {
  const arrivals = createArrivals()
  for (const update of typeKeys(7, 300).updates) {
    expect(arrivals.edits(update)).toEqual(runsOf(update))
    expect(arrivals.edits(Uint8Array.from(update))).toEqual(runsOf(update))
  }
})

test('[P1] a caret counts for the client that it names', () => {
  expect(createArrivals().carets(caretBehind(typeKeys(4_280, 3), 2))).toEqual([4_280])
})
