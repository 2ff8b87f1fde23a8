import { markdownToProse, slotFragment } from '@colophon/template'
import { expect, type Page, test } from '@playwright/test'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { type RunningServer, startServer } from '../server.js'
import { ada, grace, setUpTwo } from './people.js'
import { append, expectSaved, newRecord, slot } from './record.js'

let server: RunningServer

test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.stop())

test('[S1] an unmodified y-websocket client joins, writes in a slot, and sees and is seen', async ({ browser }) => {
  const [{ page: adas }, { page: graces }] = await setUpTwo(browser, server)
  const id = await newRecord(adas, 'Scripts welcome')
  const client = await openStockClient(graces, id)
  try {
    await expect.poll(() => client.synced).toBe(true)

    markdownToProse('Written by a script.', slotFragment(client.doc, 'KNOWN_ISSUES'))
    await expect(slot(adas, 'Known issues')).toHaveText('Written by a script.')

    await append(slot(adas, 'Known issues'), ' And by a person.')
    await expectSaved(adas)
    const said = () => slotFragment(client.doc, 'KNOWN_ISSUES').toString()
    await expect.poll(said).toBe('<paragraph>Written by a script. And by a person.</paragraph>')

    const others = () => [...client.awareness.getStates().values()].map((state): unknown => state.user?.name)
    await expect.poll(others).toContain(ada.name)
    client.awareness.setLocalStateField('user', { name: 'Somebody else' })
    await expect(adas.getByRole('list', { name: 'Here now' }).getByRole('img', { name: grace.name })).toBeVisible()
  } finally {
    client.destroy()
    client.awareness.destroy()
  }
})

/** y-websocket's provider as it comes; a browser would send the origin and the session's cookie by itself. */
async function openStockClient(page: Page, recordId: string): Promise<WebsocketProvider> {
  const cookies = await page.context().cookies()
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
  class BrowserSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { origin: server.url, headers })
    }
  }
  // The provider asks for the browser's class, of which it uses what `ws` has as well.
  const polyfill: unknown = BrowserSocket
  return new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, recordId, new Y.Doc(), {
    WebSocketPolyfill: polyfill as typeof globalThis.WebSocket,
    disableBc: true,
  })
}
