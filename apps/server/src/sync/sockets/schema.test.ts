import { schemaVersion } from '@colophon/protocol'
import { expect, test } from 'vitest'
import { ada, grace } from '../testing/people.js'
import { openRawClient } from '../testing/raw-client.js'
import { startRoomServer } from '../testing/room-server.js'
import { openStockClient, reads, synced } from '../testing/stock-client.js'

const recordId = 'schema-record-1'
const ours = { schema: schemaVersion }

for (const [age, schema] of [
  ['an older', schemaVersion - 1],
  ['a newer', schemaVersion + 1],
] as const) {
  test(`[S5] what a page of ${age} schema writes or deletes is neither stored nor shown, and it is told to load again`, async () => {
    const server = await startRoomServer()
    await server.create(recordId, 'A node it does not know. ')
    const writer = await openRawClient(server.url, recordId, ada, { handshake: ours })
    const page = await openRawClient(server.url, recordId, grace, { handshake: { schema } })
    await page.until(() => page.notices.length > 0)
    expect(page.notices).toMatchObject([{ kind: 'outdated', text: expect.stringContaining('loaded again') }])

    await Promise.all([page.sync(), writer.sync()])
    page.edit((text) => text.delete(0, text.length))
    page.edit((text) => text.insert(0, 'By a page of another time. '))
    // The answer comes behind whatever the room made of the two.
    await page.sync()
    writer.edit((text) => text.insert(0, 'Written by a page of today. '))
    await writer.until(() => writer.saved() === 2)
    expect(writer.text()).toBe('Written by a page of today. A node it does not know. ')
    expect(await server.storedText(recordId)).toBe(writer.text())
    expect(page.saved()).toBe(0)
    // It reads along all the same.
    await page.until(() => page.text().includes('by a page of today'))
  })

  test(`[S5] a page of ${age} schema is not asked for what it holds of its own`, async () => {
    const server = await startRoomServer()
    await server.create(recordId)
    const stranger = await openRawClient(server.url, recordId, grace, { handshake: { schema } })
    const page = await openRawClient(server.url, recordId, ada, { handshake: ours })
    await page.until(() => page.saved() === 1)
    await stranger.sync()
    expect(stranger.saved()).toBe(0)
  })
}

test('[S1] [S5] a client that names no schema is no editor, and writes', async () => {
  const server = await startRoomServer()
  await server.create(recordId, 'Hello')
  const page = await openRawClient(server.url, recordId, ada, { handshake: ours })
  const stock = openStockClient(server.url, recordId, grace)
  await Promise.all([synced(stock), page.sync()])
  stock.doc.getText('text').insert(5, ', world')
  await page.until(() => page.text() === 'Hello, world')
  page.edit((text) => text.insert(12, '!'))
  await reads(stock, 'Hello, world!')
  expect(page.notices).toEqual([])
})
