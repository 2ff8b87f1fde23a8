import { recordDetailsSchema } from '@colophon/protocol'
import { implementationRecord, parseTemplate, printRecord, recordTemplate, seedRecord } from '@colophon/template'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { type RunningServer, startServer } from '../../server.js'
import { answer, type Member } from '../clients/member.js'
import { lastText } from '../clients/prose.js'
import { setUpWorkspace } from '../clients/workspace.js'
import type { Run, RunContext } from '../run.js'

/** Two slots of text, each alone in its place, for the two who were offline. */
const offlineSlots = ['LEAD_DEVELOPER', 'TEAM_MEMBERS'] as const

export const seedOnce: Run = {
  name: 'seed-once',
  rules: ['S4'],
  about: 'opens a new record many times at once, from nothing and from seeds of one’s own, offline and over restarts',
  async perform(context) {
    const { figure, long } = context
    const server = await startServer()
    context.defer(() => server.stop())
    const { admin, join } = await setUpWorkspace(server)
    const grace = await join('Grace')
    const rounds = long ? 25 : 2
    for (let round = 0; round < rounds; round += 1) await openManyTimes(context, server, [admin, grace])
    figure('records that hold each line of the template once', rounds)
    figure('openings from nothing and from a seed of one’s own', rounds * 8)
  },
}

async function openManyTimes(context: RunContext, server: RunningServer, members: readonly Member[]): Promise<void> {
  const { chance, holds } = context
  const [ada, grace] = members
  if (ada === undefined || grace === undefined) return
  const made = await ada.request('POST', '/api/v1/records', {})
  const { id } = recordDetailsSchema.parse(await answer(made))
  if (prng.bool(chance)) await restart(server, chance)

  const clients = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      (index % 2 ? ada : grace).open(id, { doc: index < 4 ? new Y.Doc() : seeded() }),
    ),
  )
  await Promise.all(clients.map((client) => client.sync()))
  for (const client of clients)
    holds('S4', print(client.doc) === implementationRecord, 'Somebody does not see the template as it is')
  for (const client of clients) client.close()

  const offline = clients.slice(3, 5)
  for (const [index, { doc }] of offline.entries()) {
    lastText(doc.getXmlFragment(`slot:${offlineSlots[index]}`)).insert(0, `offline ${index}`)
  }
  await restart(server, chance)
  const back = await Promise.all(offline.map(({ doc }, index) => (index ? ada : grace).open(id, { doc })))
  await Promise.all(back.map((client) => client.sync()))
  await Promise.all(back.map((client) => client.allSaved()))
  await restart(server, chance)

  const expected = offlineSlots.reduce(
    (text, slot, index) => text.replace(`{{${slot}}}`, `offline ${index}`),
    implementationRecord,
  )
  holds('S4', (await ada.markdown(id)) === expected, 'The exported file is not the template with two slots filled')
  const cold = await grace.open(id, { part: 'listener' })
  await cold.sync()
  holds('S4', print(cold.doc) === expected, 'Who opens the record anew does not see the template with two slots filled')
  for (const client of [...back, cold]) client.close()
}

/** What a client has that makes the record by itself, instead of asking for it. */
function seeded(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(parseTemplate(implementationRecord)))
  return doc
}

async function restart(server: RunningServer, chance: prng.PRNG): Promise<void> {
  await server.end(prng.bool(chance) ? 'SIGKILL' : 'SIGTERM')
  await server.start()
}

const print = (doc: Y.Doc) => printRecord(recordTemplate(doc), doc)
