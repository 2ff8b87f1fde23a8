import { expect, onTestFinished, test } from 'vitest'
import { startRelay } from '../testing/relay.js'
import { createArrivals } from '../traffic/arrivals.js'
import { relayed } from '../traffic/dialect.js'
import { sitDownToSave } from './saving-typist.js'
import { createSprinter } from './sprinter.js'
import { type Notebook, openMeeting, sitDown } from './typist.js'

test('[P1][P3] each edit and caret of somebody else counts once for everybody who gets it, with the time it took', async () => {
  const relay = await startRelay()
  onTestFinished(relay.close)
  const meeting = openMeeting(relay.door, relayed)
  const notebook: Notebook = { isOpen: true, edits: 0, carets: 0, latenciesMs: [] }
  const typists = await Promise.all([11, 12, 13].map((client) => sitDown(meeting, notebook, { client, keys: 5 })))
  for (let key = 0; key < 5; key += 1) for (const typist of typists) typist.press()
  await expect.poll(() => notebook.carets).toBe(3 * 5 * 2)
  expect(notebook.edits).toBe(3 * 5 * 2)
  expect(notebook.latenciesMs.filter((ms) => ms >= 0)).toHaveLength(notebook.edits)
  for (const { participant } of typists) participant.leave()
})

test('[P2] thirty who type as fast as they are read get all that the others typed', async () => {
  const relay = await startRelay()
  onTestFinished(relay.close)
  const arrivals = createArrivals()
  const sprinters = await Promise.all(
    Array.from({ length: 30 }, (_, person) =>
      createSprinter({
        door: relay.door,
        dialect: relayed,
        arrivals,
        client: 100 + person,
        keys: 12,
        ahead: 5,
      }),
    ),
  )
  await Promise.all(sprinters.map((sprinter, index) => sprinter.run(sprinters.at(index - 1) ?? sprinter)))
  await expect.poll(() => Math.min(...sprinters.map(({ received }) => received()))).toBeGreaterThanOrEqual(29 * 12)
  for (const sprinter of sprinters) sprinter.leave()
})

test('[P6] an edit is durable when a saved frame covers it, and not before', async () => {
  const savedFrame = (count: number) => Uint8Array.of(16, count)
  let heard = 0
  const relay = await startRelay((_message, from) => {
    heard += 1
    if (heard === 2 || heard === 4) from.send(savedFrame(heard))
  })
  onTestFinished(relay.close)
  const took: number[] = []
  const typist = await sitDownToSave({
    door: relay.door,
    dialect: relayed,
    client: 5,
    keys: 4,
    onSaved: (pressedAt, savedAt) => took.push(savedAt - pressedAt),
  })
  typist.press()
  typist.press()
  await expect.poll(() => took.length).toBe(2)
  typist.press()
  typist.press()
  await expect.poll(() => took.length).toBe(4)
  expect(Math.min(...took)).toBeGreaterThanOrEqual(0)
  typist.participant.leave()
})
