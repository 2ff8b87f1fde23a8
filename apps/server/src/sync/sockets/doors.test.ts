import { closeCode } from '@colophon/protocol'
import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import type { Identity } from '../rooms.js'
import { ada, grace, identityOf } from '../testing/people.js'
import { openRawClient } from '../testing/raw-client.js'
import { startRoomServer } from '../testing/room-server.js'
import { origin } from '../testing/serve-rooms.js'
import { pageOf, refusedUpgrade } from '../testing/upgrade.js'
import { createWatched } from '../testing/watched.js'
import { createSocketMetrics } from './metrics.js'
import type { Refusal } from './refusal.js'

const [recordId, otherId] = ['doors-rec-01', 'doors-rec-02']
const robot: Identity = { kind: 'service', id: 'service', name: 'Automation', role: 'admin' }

test('[A7] one person opens so many sockets on a record and so many in all, and more once others have closed', async () => {
  const server = await startRoomServer({ caps: { personSockets: { onOneRecord: 2, inAll: 3 } } })
  await Promise.all([server.create(recordId), server.create(otherId)])
  const open = (id: string, who = ada) => openRawClient(server.url, id, who)
  const first = await open(recordId)
  await open(recordId)
  expect(await refusedUpgrade(server.url, recordId, pageOf(ada))).toMatchObject({
    status: 429,
    problem: { code: 'too-many-on-record', detail: expect.stringContaining('Close some of its pages') },
  })
  await open(otherId)
  expect(await refusedUpgrade(server.url, otherId, pageOf(ada))).toMatchObject({
    status: 429,
    problem: { code: 'too-many-open' },
  })
  const witness = await open(recordId, grace)
  await Promise.all([1, 2, 3, 4].map(() => open(recordId, robot)))

  // Gone for the others, it is gone for the count.
  first.sendAwareness({ cursor: 1 })
  await witness.until(() => witness.awareness.getStates().has(first.doc.clientID))
  first.close()
  await witness.until(() => !witness.awareness.getStates().has(first.doc.clientID))
  await open(recordId)
})

test('[A7] an upgrade that comes to nothing counts for nothing', async () => {
  const server = await startRoomServer({ caps: { personSockets: { onOneRecord: 1, inAll: 1 } } })
  await server.create(recordId)
  for (let tries = 0; tries < 3; tries += 1) {
    expect(await refusedUpgrade(server.url, 'nowhere-rec-1', pageOf(ada))).toMatchObject({ status: 404 })
  }
  await openRawClient(server.url, recordId, ada)
})

test('[A7] one address asks for so many sockets, whoever asks, and is told when to try again', async () => {
  let asked = 0
  const server = await startRoomServer({
    caps: { upgrades: { address: { burst: 5, perSecond: 0.5 }, person: { burst: 100, perSecond: 1 } } },
    authorise: async (request) => {
      asked += 1
      return identityOf(request)
    },
  })
  await server.create(recordId)
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await refusedUpgrade(server.url, recordId, { origin })).toMatchObject({ status: 401 })
  }
  const refused = await refusedUpgrade(server.url, recordId, pageOf(ada))
  expect(refused).toMatchObject({ status: 429, problem: { code: 'too-many-tries' } })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(asked).toBe(5)
  // Somebody else's address, as a proxy on this machine names it.
  const elsewhere = await refusedUpgrade(server.url, recordId, { origin, 'x-forwarded-for': '192.0.2.9' })
  expect(elsewhere).toMatchObject({ status: 401 })
})

test('[A7] one person asks for so many sockets, from wherever they ask', async () => {
  const server = await startRoomServer({
    caps: { upgrades: { address: { burst: 100, perSecond: 1 }, person: { burst: 2, perSecond: 0.5 } } },
  })
  await server.create(recordId)
  for (let tries = 0; tries < 2; tries += 1) (await openRawClient(server.url, recordId, ada)).close()
  const headers = { ...pageOf(ada), 'x-forwarded-for': '192.0.2.9' }
  const refused = await refusedUpgrade(server.url, recordId, headers)
  expect(refused).toMatchObject({ status: 429, problem: { code: 'too-many-tries' } })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  await openRawClient(server.url, recordId, grace)
})

test('[A7] a server that has too much to do takes nobody in, and goes on for those who are in', async () => {
  let isBusy = false
  const server = await startRoomServer({ isBusy: () => isBusy })
  await server.create(recordId)
  const [writer, reader] = await Promise.all([ada, grace].map((who) => openRawClient(server.url, recordId, who)))
  isBusy = true
  const refused = await refusedUpgrade(server.url, recordId, pageOf(ada))
  expect(refused).toMatchObject({ status: 503, problem: { code: 'server-busy' } })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  writer?.edit((text) => text.insert(0, 'We go on.'))
  await reader?.until(() => reader.text() === 'We go on.')
  isBusy = false
  await openRawClient(server.url, recordId, ada)
})

test('[A7] so many records are loaded at once, others wait, and beyond that people are asked to come again', async () => {
  const watched = createWatched()
  const progress = { asked: 0, loading: 0, most: 0, isOpen: false }
  const server = await startRoomServer({
    settings: { loadsAtOnce: 2, loadsWaiting: 3 },
    authorise: async (request) => {
      progress.asked += 1
      watched.changed()
      return identityOf(request)
    },
    wrap: (updates) => ({
      ...updates,
      async load(id) {
        progress.loading += 1
        progress.most = Math.max(progress.most, progress.loading)
        watched.changed()
        await watched.until(() => progress.isOpen)
        progress.loading -= 1
        return updates.load(id)
      },
    }),
  })
  const ids = [1, 2, 3, 4, 5].map((number) => `crowd-rec-${number}0`)
  await Promise.all([...ids, recordId].map((id) => server.create(id)))
  const opening = Promise.all(ids.map((id) => openRawClient(server.url, id, ada)))
  await watched.until(() => progress.asked === 5 && progress.loading === 2)
  const refused = await refusedUpgrade(server.url, recordId, pageOf(ada))
  expect(refused).toMatchObject({ status: 503, problem: { code: 'server-busy' } })

  progress.isOpen = true
  watched.changed()
  for (const client of await opening) await client.sync()
  expect(progress.most).toBe(2)
  await openRawClient(server.url, recordId, ada)
})

test('[A2] who loses a right while the record is being loaded comes in with what is left of it, or not at all', async () => {
  const watched = createWatched()
  let isLoading = false
  let mayLoad = false
  let answer: Identity | Refusal = ada
  const server = await startRoomServer({
    authorise: async () => answer,
    wrap: (updates) => ({
      ...updates,
      async load(id) {
        isLoading = true
        watched.changed()
        await watched.until(() => mayLoad)
        return updates.load(id)
      },
    }),
  })
  await Promise.all([server.create(recordId), server.create(otherId)])
  async function whileLoading(change: Identity | Refusal): Promise<void> {
    await watched.until(() => isLoading)
    answer = change
    server.rooms.dismiss(ada.id, closeCode.rightsChanged, 'Other rights')
    mayLoad = true
    watched.changed()
  }

  const demoted = openRawClient(server.url, recordId, ada)
  await whileLoading({ ...ada, role: 'viewer' })
  const client = await demoted
  await client.until(() => client.notices.some(({ kind }) => kind === 'read-only'))

  isLoading = mayLoad = false
  answer = ada
  const shutOut = refusedUpgrade(server.url, otherId, pageOf(ada))
  await whileLoading({ status: 401, code: 'signed-out', detail: 'Deactivated.' })
  expect(await shutOut).toMatchObject({ status: 401, problem: { code: 'signed-out' } })
})

test('[A7] every upgrade that is refused is counted, by status and code, and one that is not is not', async () => {
  const registry = new Registry()
  let isBusy = false
  const server = await startRoomServer({
    metrics: createSocketMetrics(registry),
    isBusy: () => isBusy,
    caps: {
      personSockets: { onOneRecord: 1, inAll: 1 },
      upgrades: { address: { burst: 100, perSecond: 1 }, person: { burst: 4, perSecond: 0.5 } },
    },
  })
  await Promise.all([server.create(recordId), server.create(otherId)])
  const ask = async (id: string, headers: Readonly<Record<string, string>>, query = '') =>
    (await refusedUpgrade(server.url, `${id}${query}`, headers)).status
  await openRawClient(server.url, recordId, ada)
  expect([
    await ask('short', pageOf(ada)),
    await ask(recordId, { ...pageOf(ada), origin: 'http://evil.test' }),
    await ask(recordId, pageOf(ada), '?schema=none'),
    await ask(recordId, { origin }),
    await ask(recordId, pageOf(ada)),
    await ask(otherId, pageOf(ada)),
    await ask('nowhere-rec-1', pageOf(grace)),
    await ask(recordId, { ...pageOf(grace), 'sec-websocket-version': '7' }),
    await ask(recordId, pageOf(ada)),
    await ask(recordId, pageOf(ada)),
  ]).toEqual([404, 403, 400, 401, 429, 429, 404, 400, 429, 429])
  isBusy = true
  expect(await ask(recordId, pageOf(grace))).toBe(503)
  expect(await counted(registry)).toEqual({
    '400 bad-handshake': 1,
    '400 bad-upgrade': 1,
    '401 signed-out': 1,
    '403 origin-refused': 1,
    '404 record-missing': 2,
    '429 too-many-on-record': 2,
    '429 too-many-open': 1,
    '429 too-many-tries': 1,
    '503 server-busy': 1,
  })
})

async function counted(registry: Registry): Promise<Record<string, number>> {
  const metric = await registry.getSingleMetric('colophon_upgrades_refused_total')?.get()
  return Object.fromEntries(metric?.values.map(({ labels, value }) => [`${labels.status} ${labels.code}`, value]) ?? [])
}
