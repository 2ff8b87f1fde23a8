import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { invitationSchema, problemSchema } from '@colophon/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ada, publicUrl, startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const bob = { name: 'Bob', email: 'bob@colophon.example', password: 'another password' }

async function invited(role: 'member' | 'admin' = 'member'): Promise<string> {
  const admin = await server.setUp()
  const response = await admin.send('POST', '/api/v1/invitations', { role })
  const { url } = invitationSchema.parse(await response.json())
  return new URL(url).hash.slice(1)
}

describe('coming in', () => {
  test('the story of the set-up link, an invitation, signing in and out', async () => {
    const first = server.browser()
    await expect((await first.get('/api/v1/welcome')).json()).resolves.toEqual({ ready: false, workspace: null })

    const token = server.setupToken()
    const inspected = await first.send('POST', '/api/v1/invitations/inspect', { token })
    await expect(inspected.json()).resolves.toEqual({ workspace: null, role: 'admin', first: true })
    const joined = await first.send('POST', '/api/v1/join', { token, workspace: 'Ink & Co', ...ada })
    expect(joined.status).toBe(201)
    await expect(joined.json()).resolves.toMatchObject({
      user: { name: 'Ada', email: ada.email, role: 'admin' },
      workspace: { name: 'Ink & Co' },
    })

    const invitation = invitationSchema.parse(await (await first.send('POST', '/api/v1/invitations', {})).json())
    expect(invitation.url).toMatch(new RegExp(`^${publicUrl}/join#[\\w-]{43}$`))
    const second = server.browser()
    const mate = { token: new URL(invitation.url).hash.slice(1), ...bob }
    expect((await second.send('POST', '/api/v1/join', mate)).status).toBe(201)
    await expect((await second.get('/api/v1/session')).json()).resolves.toMatchObject({
      user: { name: 'Bob', role: 'member' },
    })
    await expect((await first.get('/api/v1/people')).json()).resolves.toMatchObject({
      people: [
        { name: 'Ada', role: 'admin' },
        { name: 'Bob', role: 'member' },
      ],
    })

    expect((await second.send('POST', '/api/auth/sign-out', {})).status).toBe(200)
    expect((await second.get('/api/v1/session')).status).toBe(401)
    expect((await second.send('POST', '/api/auth/sign-in/email', bob)).status).toBe(200)
    expect((await second.get('/api/v1/session')).status).toBe(200)
    await expect((await server.browser().get('/api/v1/welcome')).json()).resolves.toEqual({
      ready: true,
      workspace: 'Ink & Co',
    })
  })

  test('[A3] of two calls with one link at the same time, one gets in', async () => {
    const token = await invited()
    const outcomes = await Promise.all(
      ['b', 'c'].map((name) =>
        server.browser().send('POST', '/api/v1/join', { token, ...bob, name, email: `${name}@colophon.example` }),
      ),
    )
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([201, 404])
  })

  test('[A3] the set-up link works once', async () => {
    const token = server.setupToken()
    await server.setUp()
    const again = await server.browser().send('POST', '/api/v1/join', { token, workspace: 'Mine', ...bob })
    expect(again.status).toBe(404)
    await expect(again.json()).resolves.toMatchObject({ code: 'invitation-unknown' })
  })

  test('[A3] nobody can sign up without a link', async () => {
    await server.setUp()
    const response = await server.browser().send('POST', '/api/auth/sign-up/email', bob)
    expect(response.status).toBe(404)
  })

  test('a member may invite members, not admins', async () => {
    const member = server.browser()
    await member.send('POST', '/api/v1/join', { token: await invited(), ...bob })
    expect((await member.send('POST', '/api/v1/invitations', { role: 'member' })).status).toBe(201)
    const refused = await member.send('POST', '/api/v1/invitations', { role: 'admin' })
    expect(refused.status).toBe(403)
  })
})

describe('sessions', () => {
  test('[A3] the cookie is HttpOnly, SameSite=Lax and for the whole site', async () => {
    await server.setUp()
    const response = await server.browser().send('POST', '/api/auth/sign-in/email', ada)
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^colophon\.session_token=/)
    expect(cookie.split('; ').slice(1)).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']))
    expect(cookie).not.toContain('Secure')
  })

  test('[A3] the session itself is told to no script', async () => {
    const admin = await server.setUp()
    const response = await admin.send('POST', '/api/auth/sign-in/email', ada)
    const [token = ''] = decodeURIComponent(admin.cookie().split('=')[1] ?? '').split('.')
    expect(token.length).toBeGreaterThan(20)
    await expect(response.text()).resolves.not.toContain(token)
  })

  test('[A3] signing in ends the session that the browser had', async () => {
    const browser = await server.setUp()
    const before = browser.cookie()
    await browser.send('POST', '/api/auth/sign-in/email', ada)
    expect(browser.cookie()).not.toBe(before)
    const old = await server.browser().get('/api/v1/session', { cookie: before })
    expect(old.status).toBe(401)
  })

  test('[A3] signing out ends the session on the server too', async () => {
    const browser = await server.setUp()
    const cookie = browser.cookie()
    await browser.send('POST', '/api/auth/sign-out', {})
    expect((await server.browser().get('/api/v1/session', { cookie })).status).toBe(401)
  })

  test('[A3] a cookie that was tampered with opens nothing', async () => {
    const browser = await server.setUp()
    const [name, value = ''] = browser.cookie().split('=')
    const forged = `${name}=${createHash('sha256').update('x').digest('hex')}.${value.split('.')[1]}`
    expect((await server.browser().get('/api/v1/session', { cookie: forged })).status).toBe(401)
  })

  test('[A3] a wrong password and an unknown address are answered alike', async () => {
    await server.setUp()
    const attempt = async (email: string, password: string) => {
      const response = await server.browser().send('POST', '/api/auth/sign-in/email', { email, password })
      const { instance: _instance, ...problem } = problemSchema.parse(await response.json())
      return problem
    }
    const wrong = await attempt(ada.email, 'not her password')
    expect(wrong).toMatchObject({ status: 401, code: 'wrong-credentials' })
    expect(await attempt('nobody@colophon.example', ada.password)).toEqual(wrong)
    expect(await attempt('not an address', ada.password)).toEqual(wrong)
  })

  test('[A3] guessing passwords is slowed down', async () => {
    await server.setUp()
    const statuses: number[] = []
    for (let i = 0; i < 21; i++) {
      const response = await server
        .browser()
        .send('POST', '/api/auth/sign-in/email', { email: 'a@b.example', password: 'guess' })
      statuses.push(response.status)
      if (response.status === 429) {
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
        await expect(response.json()).resolves.toMatchObject({ code: 'too-many-tries' })
      }
    }
    expect(statuses.slice(0, 20)).not.toContain(429)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('secrets', () => {
  test('[A3] no password, token or cookie reaches the log or a file', async () => {
    const setupToken = server.setupToken()
    const browser = await server.setUp()
    const invitation = invitationSchema.parse(await (await browser.send('POST', '/api/v1/invitations', {})).json())
    const token = new URL(invitation.url).hash.slice(1)
    await server.browser().send('POST', '/api/v1/invitations/inspect', { token })
    await server.browser().send('POST', '/api/v1/join', { token, ...bob, email: ada.email })
    await server.browser().send('POST', '/api/auth/sign-in/email', { ...ada, password: 'mistyped secret' })
    const log = server.logText()
    const file = await readFile(join(server.dataDir, 'colophon.json'), 'utf8')
    const cookieSecret = await readFile(join(server.dataDir, 'secret'), 'utf8')
    expect(log).toContain('/api/v1/join')
    for (const secret of [setupToken, token, ada.password, bob.password, 'mistyped secret', cookieSecret.trim()]) {
      expect(log).not.toContain(secret)
      expect(file).not.toContain(secret)
    }
    expect(log).not.toContain(decodeURIComponent(browser.cookie()))
  })
})

test('[A3] behind https the cookie is Secure, and browsers are told to stay on https', async () => {
  const secure = await startTestServer({ publicUrl: 'https://colophon.example' })
  try {
    const response = await secure.browser().send('POST', '/api/v1/join', {
      token: secure.setupToken(),
      workspace: 'Ink & Co',
      ...ada,
    })
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-colophon\.session_token=.*; Secure/)
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d+/)
  } finally {
    await secure.close()
  }
})
