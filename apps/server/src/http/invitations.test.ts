import { invitationSchema, openInvitationsSchema, problemSchema } from '@colophon/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { adminToken, startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser

beforeEach(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterEach(() => server.close())

async function invite(by: Browser, body: Record<string, unknown> = {}) {
  const response = await by.send('POST', '/api/v1/invitations', body)
  expect(response.status).toBe(201)
  const { url, expiresAt } = invitationSchema.parse(await response.json())
  return { secret: new URL(url).hash.slice(1), expiresAt }
}

async function listed(by: Browser) {
  return openInvitationsSchema.parse(await (await by.get('/api/v1/invitations')).json()).invitations
}

async function inspect(secret: string): Promise<number> {
  return (await server.browser().send('POST', '/api/v1/invitations/inspect', { token: secret })).status
}

function days(until: string): number {
  return Math.round((Date.parse(until) - Date.now()) / 86_400_000)
}

test('[A2] an invitation carries the role it was made for', async () => {
  for (const role of ['viewer', 'member', 'admin']) {
    const { secret } = await invite(admin, { role })
    const person = { name: role, email: `${role}@colophon.example`, password: 'long enough by far' }
    const response = await server.browser().send('POST', '/api/v1/join', { token: secret, ...person })
    await expect(response.json()).resolves.toMatchObject({ user: { name: role, role } })
  }
})

test('an invitation is good for a day, a week or thirty days, as its maker says, and a week where they say nothing', async () => {
  const chosen = [{ expiresInDays: 1 }, { expiresInDays: 7 }, { expiresInDays: 30 }, {}]
  const made = await Promise.all(chosen.map((body) => invite(admin, body)))
  expect(made.map(({ expiresAt }) => days(expiresAt))).toEqual([1, 7, 30, 7])
  expect((await admin.send('POST', '/api/v1/invitations', { expiresInDays: 365 })).status).toBe(400)
})

test('[A3] the list says role, maker and end of each that is not taken, and nothing that opens it', async () => {
  const member = await server.person('member')
  const { secret } = await invite(member, { role: 'viewer', expiresInDays: 1 })
  const taken = await invite(admin)
  await server.browser().send('POST', '/api/v1/join', {
    token: taken.secret,
    name: 'Bob',
    email: 'bob@colophon.example',
    password: 'another password',
  })
  const response = await admin.get('/api/v1/invitations')
  const text = await response.text()
  expect(text).not.toContain(secret)
  expect(openInvitationsSchema.parse(JSON.parse(text)).invitations).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      role: 'viewer',
      createdBy: { id: expect.any(String), name: 'Member' },
      expiresAt: expect.any(String),
    },
  ])
  const [{ id } = { id: '' }] = await listed(member)
  expect(await inspect(id)).toBe(404)
})

test('[A3] an invitation that is withdrawn lets nobody in', async () => {
  const { secret } = await invite(admin)
  const other = await invite(admin, { expiresInDays: 30 })
  const [first] = await listed(admin)
  expect(await inspect(secret)).toBe(200)
  expect((await admin.send('DELETE', `/api/v1/invitations/${first?.id}`)).status).toBe(204)
  expect(await inspect(secret)).toBe(404)
  expect(await inspect(other.secret)).toBe(200)
  expect((await admin.send('DELETE', `/api/v1/invitations/${first?.id}`)).status).toBe(404)
})

test('[A2] a member withdraws their own invitations, an admin anybody’s', async () => {
  const member = await server.person('member')
  await invite(admin, { expiresInDays: 1 })
  await invite(member, { expiresInDays: 30 })
  const [admins, own] = await listed(member)
  const refused = await member.send('DELETE', `/api/v1/invitations/${admins?.id}`)
  expect(refused.status).toBe(403)
  expect(problemSchema.parse(await refused.json()).code).toBe('not-yours')
  expect((await admin.send('DELETE', `/api/v1/invitations/${own?.id}`)).status).toBe(204)
  expect(await listed(member)).toHaveLength(1)
})

test('the service account invites as before', async () => {
  const script = server.script({ authorization: `Bearer ${adminToken}` })
  const { secret } = await invite(script, { role: 'admin' })
  expect(await inspect(secret)).toBe(200)
  await expect(listed(script)).resolves.toMatchObject([{ createdBy: { name: 'Automation' } }])
})
