import { once } from 'node:events'
import {
  type Account,
  invitationSchema,
  peopleSchema,
  problemSchema,
  recordDetailsSchema,
  sessionSchema,
} from '@colophon/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { closing, connect, refusal } from '../testing/sockets.js'
import { ada, startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser

beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterEach(() => server.close())

const bob = { name: 'Bob', email: 'bob@colophon.example', password: 'another password' }

async function idOf(browser: Browser): Promise<string> {
  return sessionSchema.parse(await (await browser.get('/api/v1/session')).json()).user.id
}

async function person(name: string): Promise<Account | undefined> {
  const { people } = peopleSchema.parse(await (await admin.get('/api/v1/people')).json())
  return people.find((one) => one.name === name)
}

function change(id: string, patch: Record<string, unknown>, by = admin): Promise<Response> {
  return by.send('PATCH', `/api/v1/people/${id}`, patch)
}

async function refused(response: Response): Promise<{ status: number; code: string }> {
  const { code } = problemSchema.parse(await response.json())
  return { status: response.status, code }
}

async function newRecord(by: Browser): Promise<string> {
  return recordDetailsSchema.parse(await (await by.send('POST', '/api/v1/records', { title: 'Shared' })).json()).id
}

describe('a person who is deactivated', () => {
  test('[A2] is cut off from what they have open, and nobody else is', async () => {
    const member = await server.person('member', bob)
    const recordId = await newRecord(member)
    const [own, other] = [member, admin].map((by) => connect(server, recordId, { cookie: by.cookie() }))
    if (!own || !other) throw new Error('no sockets')
    await Promise.all([once(own, 'open'), once(other, 'open')])
    const closed = closing(own)
    expect((await change(await idOf(member), { active: false })).status).toBe(200)
    expect(await closed).toBe(4003)
    expect(other.readyState).toBe(other.OPEN)
    expect(await refusal(connect(server, recordId, { cookie: member.cookie() }))).toBe(401)
  })

  test('[A3] has no session any more, and none again with the same cookie once they are let in again', async () => {
    const member = await server.person('member', bob)
    const id = await idOf(member)
    await change(id, { active: false })
    expect((await member.get('/api/v1/session')).status).toBe(401)
    await change(id, { active: true })
    expect((await member.get('/api/v1/session')).status).toBe(401)
    expect((await member.send('POST', '/api/auth/sign-in/email', bob)).status).toBe(200)
    expect((await member.get('/api/v1/session')).status).toBe(200)
  })

  test('[A3] [U5] is told so on signing in, but only with the right password', async () => {
    await change(await idOf(await server.person('member', bob)), { active: false })
    const browser = server.browser()
    const attempt = (password: string) => browser.send('POST', '/api/auth/sign-in/email', { ...bob, password })
    expect(await refused(await attempt('not his password'))).toEqual({ status: 401, code: 'wrong-credentials' })
    const response = await attempt(bob.password)
    expect(response.headers.getSetCookie()).toEqual([])
    expect(await refused(response)).toEqual({ status: 403, code: 'deactivated' })
  })

  test('keeps their name on what they made, and stands among the people as not active', async () => {
    const member = await server.person('member', bob)
    const recordId = await newRecord(member)
    await change(await idOf(member), { active: false })
    const record = recordDetailsSchema.parse(await (await admin.get(`/api/v1/records/${recordId}`)).json())
    expect(record.createdBy.name).toBe('Bob')
    expect(await person('Bob')).toMatchObject({ active: false, role: 'member' })
    expect(await person('Ada')).toMatchObject({ active: true })
  })

  test('[A3] comes back by no link that they made before', async () => {
    const second = await server.person('admin', bob)
    const made = await second.send('POST', '/api/v1/invitations', { role: 'admin' })
    const token = new URL(invitationSchema.parse(await made.json()).url).hash.slice(1)
    await change(await idOf(second), { active: false })
    const inspected = await server.browser().send('POST', '/api/v1/invitations/inspect', { token })
    expect(await refused(inspected)).toEqual({ status: 404, code: 'invitation-unknown' })
  })
})

describe('a role', () => {
  test('[A2] that changes holds at once, and their open records come back with it', async () => {
    const member = await server.person('member', bob)
    const recordId = await newRecord(member)
    const socket = connect(server, recordId, { cookie: member.cookie() })
    await once(socket, 'open')
    const closed = closing(socket)
    await change(await idOf(member), { role: 'viewer' })
    expect(await closed).toBe(4002)
    expect((await member.send('POST', '/api/v1/records', {})).status).toBe(403)
    await once(connect(server, recordId, { cookie: member.cookie() }), 'open')
  })

  test('that stays the same cuts nobody off', async () => {
    const member = await server.person('member', bob)
    const socket = connect(server, await newRecord(member), { cookie: member.cookie() })
    await once(socket, 'open')
    expect((await change(await idOf(member), { role: 'member', active: true })).status).toBe(200)
    expect((await change(await idOf(member), {})).status).toBe(200)
    const closed = closing(socket)
    await member.send('POST', '/api/auth/sign-out', {})
    expect(await closed).toBe(4001)
  })

  test('[A3] withdraws with it the links that it no longer allows, and leaves the others', async () => {
    const second = await server.person('admin', bob)
    for (const role of ['admin', 'member']) await second.send('POST', '/api/v1/invitations', { role })
    await change(await idOf(second), { role: 'member' })
    await expect((await admin.get('/api/v1/invitations')).json()).resolves.toMatchObject({
      invitations: [{ role: 'member' }],
    })
  })
})

describe('the last admin', () => {
  test('[A2] can neither be made less nor deactivated, by themselves or anybody', async () => {
    const id = await idOf(admin)
    for (const patch of [{ active: false }, { role: 'member' }, { role: 'viewer', active: true }]) {
      expect(await refused(await change(id, patch))).toEqual({ status: 409, code: 'last-admin' })
    }
    expect(await person(ada.name)).toMatchObject({ role: 'admin', active: true })
  })

  test('[A2] is still the last when the other one is deactivated', async () => {
    const second = await server.person('admin', bob)
    await change(await idOf(second), { active: false })
    expect(await refused(await change(await idOf(admin), { role: 'member' }))).toMatchObject({ code: 'last-admin' })
    await change((await person('Bob'))?.id ?? '', { active: true })
    expect((await change(await idOf(admin), { role: 'member' })).status).toBe(200)
  })

  test('[A2] of two admins who demote each other at the same time, one stays', async () => {
    const second = await server.person('admin', bob)
    const [first, other] = await Promise.all([idOf(admin), idOf(second)])
    const outcomes = await Promise.all([
      change(other, { role: 'member' }, admin),
      change(first, { role: 'member' }, second),
    ])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

test('an id that is nobody’s is answered with 404', async () => {
  expect(await refused(await change('nobody', { active: false }))).toEqual({ status: 404, code: 'person-unknown' })
})
