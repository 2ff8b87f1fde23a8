import { slotTexts } from '@colophon/template'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { elsewhere, exchange, type Seeded, seeded, write } from '../testing/phases.js'
import { changesOfOthers } from './changesOfOthers.js'
import { readMemory } from './visit.js'

const [ada, grace] = [
  { id: 'a', name: 'Ada' },
  { id: 'g', name: 'Grace' },
]
const momentOf = ({ template, doc }: Seeded) => ({
  at: 0,
  texts: slotTexts(template, doc),
  vector: Y.encodeStateVector(doc),
})

function twoPeople() {
  const mine = seeded()
  const hers = elsewhere(mine)
  const owners = new Map([
    [mine.doc.clientID, ada],
    [hers.doc.clientID, grace],
  ])
  const writers = async (clients: readonly number[]) =>
    clients.flatMap((client) => {
      const person = owners.get(client)
      return person === undefined ? [] : [{ client, person }]
    })
  return { mine, hers, options: { ...mine, me: ada.id, writers } }
}

test('[U8] only what others did is told, with who did it; one’s own part in it is not', async () => {
  const { mine, hers, options } = twoPeople()
  const before = momentOf(mine)
  write(mine.root, 'VERSION', '1.0', 'me')
  write(mine.root, 'NAME', 'Dark ', 'me')
  write(hers.root, 'NAME', 'mode', 'her')
  write(hers.root, 'START_DATE', '2026-09-01', 'her')
  exchange(mine, hers)
  const changes = await changesOfOthers(options, before, momentOf(mine))
  expect(changes.map((change) => [change.kind !== 'form' && change.label, change.by])).toEqual([
    ['Name', [grace]],
    ['Start date', [grace]],
  ])
})

test('[U8] where the server does not say who, what changed is told all the same', async () => {
  const { mine, hers, options } = twoPeople()
  const before = momentOf(mine)
  write(hers.root, 'NAME', 'Dark mode', 'her')
  exchange(mine, hers)
  const changes = await changesOfOthers(
    { ...options, writers: () => Promise.reject(new Error('offline')) },
    before,
    momentOf(mine),
  )
  expect(changes).toEqual([{ kind: 'text', path: '@NAME', label: 'Name', where: '', before: '', after: 'Dark mode' }])
})

test('[U8] the server is asked nothing where nothing changed', async () => {
  const { mine, options } = twoPeople()
  const asked = () => Promise.reject(new Error('asked'))
  expect(await changesOfOthers({ ...options, writers: asked }, momentOf(mine), momentOf(mine))).toEqual([])
})

test('[U8] a visit is read again as it was kept, and what is no visit is passed over', () => {
  const memory = { last: momentOf(seeded()), told: { since: 1, changes: [{ kind: 'form' }] } }
  expect(readMemory(structuredClone(memory))).toEqual(memory)
  for (const kept of [undefined, {}, { ...memory, last: { ...memory.last, vector: [1] } }]) {
    expect(readMemory(kept)).toBeUndefined()
  }
})
