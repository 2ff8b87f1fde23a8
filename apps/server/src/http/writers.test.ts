import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawClientOn } from '../sync/testing/raw-client.js'
import type { Browser } from '../testing/browser.js'
import { openDesk } from '../testing/desk.js'
import { connect } from '../testing/sockets.js'
import { startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterAll(() => server.close())

test('[G3] whoever may read a record is told who writes under a client id; one that nobody writes under is left out', async () => {
  const desk = await openDesk(admin)
  const client = await rawClientOn(connect(server, desk.id, admin.credentials()))
  await client.sync()
  client.edit((text) => text.insert(0, 'written'))
  await client.until(() => client.saved() > 0)
  const { clientID } = client.doc
  const answer = await admin.request(desk.at(`/writers?clients=${clientID},1`))
  expect(await answer.json()).toEqual({
    writers: [{ client: clientID, person: expect.objectContaining({ name: 'Ada' }) }],
  })
})

test.each(['', 'clients=', 'clients=me', `clients=${Array(600).fill('1234567890').join(',')}`])(
  '[A8] what is no list of client ids is refused: %#',
  async (query) => {
    const desk = await openDesk(admin)
    const { status } = await admin.request(desk.at(`/writers?${query}`))
    expect(status).toBe(400)
  },
)
