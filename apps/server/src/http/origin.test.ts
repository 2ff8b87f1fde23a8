import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../testing/browser.js'
import { adminToken, publicUrl, startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let cookie: string

beforeAll(async () => {
  server = await startTestServer()
  cookie = (await server.setUp()).cookie()
})
afterAll(() => server.close())

const bearer = { authorization: `Bearer ${adminToken}` }

describe('origins', () => {
  test.each([
    ['a session from its own page', publicUrl, 'session', 'POST', 201],
    ['a session from a foreign page', 'https://evil.example', 'session', 'POST', 403],
    ['a session from a sandboxed page', 'null', 'session', 'POST', 403],
    ['a session from no page', undefined, 'session', 'POST', 403],
    ['a token from no page', undefined, 'token', 'POST', 201],
    ['a token from a foreign page', 'https://evil.example', 'token', 'POST', 403],
    ['a session that only reads, from no page', undefined, 'session', 'GET', 200],
    ['a session that only reads, from a foreign page', 'https://evil.example', 'session', 'GET', 403],
  ])('[A3] %s', async (_what, origin, by, method, status) => {
    const caller = openBrowser(server.url, origin, by === 'token' ? bearer : { cookie })
    const response =
      method === 'GET' ? await caller.get('/api/v1/records') : await caller.send('POST', '/api/v1/invitations', {})
    expect(response.status).toBe(status)
  })

  test('[A3] signing in from a foreign page is refused before the password is looked at', async () => {
    const response = await openBrowser(server.url, 'https://evil.example').send('POST', '/api/auth/sign-in/email', {
      email: 'ada@colophon.example',
      password: 'analytical engine',
    })
    expect(response.status).toBe(403)
    expect(response.headers.getSetCookie()).toEqual([])
    await expect(response.json()).resolves.toMatchObject({ code: 'origin-foreign' })
  })
})
