import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type CreateToken,
  type NewToken,
  newTokenSchema,
  recordDetailsSchema,
  sessionSchema,
  tokensSchema,
} from '@colophon/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { closing, connect, refusal } from '../testing/sockets.js'
import { startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser
let member: Browser

beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  member = await server.person('member')
})
afterEach(() => server.close())

async function make(by: Browser, token: Partial<CreateToken> = {}): Promise<NewToken> {
  const response = await by.send('POST', '/api/v1/tokens', { name: 'Build server', scope: 'write', ...token })
  expect(response.status).toBe(201)
  return newTokenSchema.parse(await response.json())
}

async function list(by: Browser) {
  return tokensSchema.parse(await (await by.get('/api/v1/tokens')).json()).tokens
}

async function idOf(browser: Browser): Promise<string> {
  return sessionSchema.parse(await (await browser.get('/api/v1/session')).json()).user.id
}

const bearing = ({ secret }: NewToken) => ({ authorization: `Bearer ${secret}` })
const script = (token: NewToken) => server.script(bearing(token))

describe('an API token', () => {
  test('[A3] is told once, is 256 random bits, and only its hash is stored', async () => {
    const { secret, ...token } = await make(member)
    expect(secret).toMatch(/^colophon_[\w-]{43}$/)
    expect(Buffer.from(secret.slice('colophon_'.length), 'base64url')).toHaveLength(32)
    const listed = await member.get('/api/v1/tokens')
    await expect(listed.clone().text()).resolves.not.toContain(secret)
    expect(tokensSchema.parse(await listed.json()).tokens).toEqual([token])
    const file = await readFile(join(server.dataDir, 'colophon.json'), 'utf8')
    expect(file).not.toContain(secret)
    expect(file).toContain(createHash('sha256').update(secret).digest('hex'))
    await script({ secret, ...token }).get('/api/v1/session')
    expect(server.logText()).not.toContain(secret)
  })

  test('acts in its own name, and says whose it is', async () => {
    const response = await script(await make(member)).send('POST', '/api/v1/records', { title: 'By a script' })
    expect(recordDetailsSchema.parse(await response.json()).createdBy.name).toBe('Build server (Member)')
  })

  test('[A2] that reads changes nothing, and one that writes does what a member does', async () => {
    const [reads, writes] = [await make(admin, { scope: 'read' }), await make(admin, { scope: 'write' })].map(script)
    expect((await reads?.get('/api/v1/records'))?.status).toBe(200)
    expect((await reads?.send('POST', '/api/v1/records', {}))?.status).toBe(403)
    expect((await writes?.send('POST', '/api/v1/records', {}))?.status).toBe(201)
    expect((await writes?.get('/metrics'))?.status).toBe(403)
  })

  test('[A2] of a reader reads; one that writes is not made', async () => {
    const viewer = await server.person('viewer')
    const refused = await viewer.send('POST', '/api/v1/tokens', { name: 'Mine', scope: 'write' })
    expect(refused.status).toBe(403)
    expect((await script(await make(viewer, { scope: 'read' })).get('/api/v1/records')).status).toBe(200)
  })

  test('[A2] [G1] never signs, makes tokens, invites, or changes people', async () => {
    const token = script(await make(admin))
    const attempts = [
      ['POST', '/api/v1/records/abcdefghijkl/signoffs'],
      ['POST', '/api/v1/tokens'],
      ['POST', '/api/v1/invitations'],
      ['PATCH', `/api/v1/people/${await idOf(admin)}`],
      ['PATCH', '/api/v1/workspace'],
    ] as const
    for (const [method, path] of attempts) expect((await token.send(method, path, {})).status, path).toBe(403)
  })

  test('[A2] may what its maker may now: less with them, and nothing once they are deactivated', async () => {
    const token = script(await make(member))
    const maker = `/api/v1/people/${await idOf(member)}`
    expect((await token.send('POST', '/api/v1/records', {})).status).toBe(201)
    await admin.send('PATCH', maker, { role: 'viewer' })
    expect((await token.send('POST', '/api/v1/records', {})).status).toBe(403)
    expect((await token.get('/api/v1/records')).status).toBe(200)
    await admin.send('PATCH', maker, { active: false })
    expect((await token.get('/api/v1/records')).status).toBe(401)
    await admin.send('PATCH', maker, { active: true, role: 'member' })
    expect((await token.send('POST', '/api/v1/records', {})).status).toBe(201)
  })

  test('[A2] opens records, until it is revoked or its maker’s rights change', async () => {
    const recordId = recordDetailsSchema.parse(await (await admin.send('POST', '/api/v1/records', {})).json()).id
    const token = await make(member)
    const first = connect(server, recordId, bearing(token))
    await once(first, 'open')
    const demoted = closing(first)
    await admin.send('PATCH', `/api/v1/people/${await idOf(member)}`, { role: 'viewer' })
    expect(await demoted).toBe(4002)
    const second = connect(server, recordId, bearing(token))
    await once(second, 'open')
    const revoked = closing(second)
    await member.send('DELETE', `/api/v1/tokens/${token.id}`)
    expect(await revoked).toBe(4003)
    expect(await refusal(connect(server, recordId, bearing(token)))).toBe(401)
  })

  test('is not cut off when its maker signs out', async () => {
    const recordId = recordDetailsSchema.parse(await (await admin.send('POST', '/api/v1/records', {})).json()).id
    const socket = connect(server, recordId, bearing(await make(member)))
    const own = connect(server, recordId, { cookie: member.cookie() })
    await Promise.all([once(socket, 'open'), once(own, 'open')])
    const closed = closing(own)
    await member.send('POST', '/api/auth/sign-out', {})
    await closed
    expect(socket.readyState).toBe(socket.OPEN)
  })

  test('[A3] that is revoked opens nothing', async () => {
    const token = await make(member)
    expect((await script(token).get('/api/v1/session')).status).toBe(200)
    expect((await member.send('DELETE', `/api/v1/tokens/${token.id}`)).status).toBe(204)
    expect((await script(token).get('/api/v1/session')).status).toBe(401)
    expect((await member.send('DELETE', `/api/v1/tokens/${token.id}`)).status).toBe(404)
  })
})

describe('the list of tokens', () => {
  test('[A2] is one’s own, and for an admin everybody’s; so is revoking', async () => {
    const [own, admins] = [await make(member), await make(admin, { name: 'Backups' })]
    expect((await list(member)).map(({ id }) => id)).toEqual([own.id])
    expect(new Set((await list(admin)).map(({ id }) => id))).toEqual(new Set([own.id, admins.id]))
    expect((await member.send('DELETE', `/api/v1/tokens/${admins.id}`)).status).toBe(404)
    expect((await admin.send('DELETE', `/api/v1/tokens/${own.id}`)).status).toBe(204)
    expect(await list(member)).toEqual([])
  })

  test('says until when each is good', async () => {
    const { createdAt, expiresAt } = await make(member, { expiresInDays: 30 })
    expect(Date.parse(expiresAt ?? '') - Date.parse(createdAt)).toBe(30 * 86_400_000)
    expect((await make(member)).expiresAt).toBeNull()
    const refused = await member.send('POST', '/api/v1/tokens', { name: 'X', scope: 'read', expiresInDays: 0 })
    expect(refused.status).toBe(400)
  })
})

test('[A7] tokens have the limits of their maker between them', async () => {
  const limited = await startTestServer({ bounds: { requestRates: { person: 8 } } })
  try {
    const maker = await limited.setUp()
    const scripts = [await limited.tokenOf(maker, 'read'), await limited.tokenOf(maker, 'read')]
    const statuses: number[] = []
    for (let i = 0; i < 8; i += 1) statuses.push((await scripts[i % 2]?.get('/api/v1/records'))?.status ?? 0)
    expect(statuses).toContain(200)
    expect(statuses.at(-1)).toBe(429)
    expect(statuses.at(-2)).toBe(429)
  } finally {
    await limited.close()
  }
})
