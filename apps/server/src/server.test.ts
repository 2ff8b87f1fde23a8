import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { frameType, type Ledger, readLedger, recordDetailsSchema } from '@colophon/protocol'
import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Browser } from './testing/browser.js'
import { deskOf } from './testing/desk.js'
import { closing, connect as connectTo, refusal } from './testing/sockets.js'
import { publicUrl, startTestServer, type TestServer } from './testing/test-server.js'

let server: TestServer
let admin: Browser
let id: string

beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  const response = await admin.send('POST', '/api/v1/records', { title: 'Live' })
  id = recordDetailsSchema.parse(await response.json()).id
})
afterEach(() => server.close())

function connect(by: Browser, recordId = id, origin = publicUrl): WebSocket {
  return connectTo(server, recordId, { cookie: by.cookie() }, origin)
}

/** The next ledger that a socket is sent for which `wanted` holds. */
function ledgerOn(socket: WebSocket, wanted: (ledger: Ledger) => boolean): Promise<Ledger> {
  return new Promise((resolve) => {
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data))
      if (decoding.readVarUint(decoder) !== frameType.ledger) return
      const ledger = readLedger(decoder)
      if (wanted(ledger)) resolve(ledger)
    })
  })
}

describe('sockets', () => {
  test('[A1] nobody opens one without a session, and no file comes of trying', async () => {
    const before = await readdir(join(server.dataDir, 'records'))
    expect(await refusal(connect(server.browser()))).toBe(401)
    expect(await refusal(connect(server.browser(), 'abcdefghijkl'))).toBe(401)
    expect(await readdir(join(server.dataDir, 'records'))).toEqual(before)
  })

  test('[A3] a foreign page opens none, whoever is signed in', async () => {
    expect(await refusal(connect(admin, id, 'https://evil.example'))).toBe(403)
  })

  test('a record that is deleted or was never there has none', async () => {
    expect(await refusal(connect(admin, 'abcdefghijkl'))).toBe(404)
    const socket = connect(admin)
    await once(socket, 'open')
    const closed = closing(socket)
    await admin.send('DELETE', `/api/v1/records/${id}`)
    expect(await closed).toBe(4003)
    expect(await refusal(connect(admin))).toBe(404)
  })

  test('[G2] a signature is pushed to everybody who has the record open', async () => {
    const member = await server.person('member')
    const socket = connect(member)
    const desk = deskOf(admin, id)
    await desk.ask('pm', admin)
    const opened = ledgerOn(socket, () => true)
    const signed = ledgerOn(socket, ({ signoffs }) => signoffs[0]?.decision !== null)
    expect((await opened).signoffs.every((line) => line.decision === null)).toBe(true)
    await desk.sign(admin, 'pm')
    expect((await signed).signoffs[0]?.decision?.person.name).toBe('Ada')
  })

  test('[A2] signing out closes one’s sockets and nobody else’s', async () => {
    const member = await server.person('member')
    const [own, other] = [connect(member), connect(admin)]
    await Promise.all([once(own, 'open'), once(other, 'open')])
    const closed = closing(own)
    await member.send('POST', '/api/auth/sign-out', {})
    expect(await closed).toBe(4001)
    expect(other.readyState).toBe(WebSocket.OPEN)
    expect(await refusal(connect(member))).toBe(401)
  })

  test('who has a record open stands in the list', async () => {
    const socket = connect(admin)
    await once(socket, 'open')
    const { present } = recordDetailsSchema.parse(await (await admin.get(`/api/v1/records/${id}`)).json())
    expect(present).toMatchObject([{ name: 'Ada' }])
  })

  test('[D3] a server that closes tells its sockets to come back', async () => {
    const socket = connect(admin)
    await once(socket, 'open')
    const closed = closing(socket)
    await server.close()
    expect(await closed).toBe(1012)
  })
})
