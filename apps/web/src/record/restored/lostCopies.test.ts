import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { LostCopy } from '../session/visits.js'
import { elsewhere, type Seeded, seeded, write } from '../testing/phases.js'
import { findLost } from './lostCopies.js'

/** A copy of `record` in which somebody wrote `text`, set aside in this page. */
function copyOf(record: Seeded, text: string, about: Partial<LostCopy> = {}): LostCopy {
  const { doc, root } = elsewhere(record)
  write(root, 'RESULT', text, 'ada')
  const held = { state: Y.encodeStateAsUpdate(doc), kept: true, unsaved: true }
  return { name: 'copy', mine: [doc.clientID], cause: 'too-large', held, ...about }
}

test('[D9] what the server refused is found in the copy that was set aside, with the reason', async () => {
  const record = seeded()
  expect(await findLost([copyOf(record, 'Far too much.')], record.doc)).toMatchObject([
    { label: 'Result', text: 'Far too much.', cause: 'too-large', kept: true },
  ])
})

test('[D9] the same text, written and refused again, is offered once', async () => {
  const record = seeded()
  const copies = ['Far too much.', 'Far too much.', 'Something else.'].map((text) => copyOf(record, text))
  expect((await findLost(copies, record.doc)).map(({ text }) => text)).toEqual(['Far too much.', 'Something else.'])
})

test('[D9] a copy in which its person wrote nothing has nothing of theirs', async () => {
  const record = seeded()
  expect(await findLost([copyOf(record, 'Somebody else’s.', { mine: [] })], record.doc)).toEqual([])
})

test('[D6] [D9] text that the browser does not keep is known to be on this page only', async () => {
  const record = seeded()
  const copy = copyOf(record, 'Nowhere else.')
  const unkept = copy.held && { ...copy.held, kept: false }
  expect(await findLost([{ ...copy, held: unkept }], record.doc)).toMatchObject([{ kept: false }])
})
