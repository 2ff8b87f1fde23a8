import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { adminToken, startTestServer, type TestServer } from '../testing/test-server.js'

/** Who may use what; written out by hand, so that a slip in a route's declaration shows. */
const table: Record<'anyone' | 'viewer' | 'member' | 'person' | 'admin', string[]> = {
  anyone: [
    'GET /health',
    'GET /api/v1/welcome',
    'POST /api/v1/join',
    'POST /api/v1/invitations/inspect',
    'POST /api/auth/sign-in/email',
    'GET /',
    'GET /index.html',
    'GET /assets/app-1a2b3c.js',
    'POST /api/auth/sign-out',
  ],
  viewer: [
    'GET /api/v1/session',
    'GET /api/v1/people',
    'GET /api/v1/templates',
    'GET /api/v1/records',
    'GET /api/v1/records/:id',
    'GET /api/v1/records/:id/markdown',
    'GET /api/v1/records/:id/fingerprint',
    'GET /api/openapi.json',
    'GET /api/docs/',
    'GET /api/docs/json',
    'GET /api/docs/yaml',
    'GET /api/docs/static/index.html',
    'GET /api/docs/static/swagger-initializer.js',
    'GET /api/docs/static/*',
  ],
  member: [
    'POST /api/v1/invitations',
    'POST /api/v1/records',
    'POST /api/v1/records/import',
    'PATCH /api/v1/records/:id',
    'DELETE /api/v1/records/:id',
    'POST /api/v1/records/:id/restore',
  ],
  person: ['POST /api/v1/records/:id/signoffs'],
  admin: ['GET /metrics'],
}

const may: Record<string, (keyof typeof table)[]> = {
  anonymous: ['anyone'],
  viewer: ['anyone', 'viewer'],
  member: ['anyone', 'viewer', 'member', 'person'],
  admin: ['anyone', 'viewer', 'member', 'person', 'admin'],
  token: ['anyone', 'viewer', 'member', 'admin'],
  'wrong token': ['anyone'],
}

let server: TestServer
let callers: Record<string, Browser>

beforeAll(async () => {
  server = await startTestServer()
  const admin = await server.setUp()
  callers = {
    anonymous: server.browser(),
    viewer: await server.person('viewer'),
    member: await server.person('member'),
    admin,
    token: server.script({ authorization: `Bearer ${adminToken}` }),
    'wrong token': server.script({ authorization: `Bearer ${'x'.repeat(40)}` }),
  }
})
afterAll(() => server.close())

describe('access', () => {
  test('[A2] every route of the server stands in the table, and no other', () => {
    const declared = Object.values(table).flat()
    const found = server.routes().filter(({ method }) => method !== 'HEAD')
    expect(new Set(found.map(({ method, url }) => `${method} ${url}`))).toEqual(new Set(declared))
  })

  test.each(Object.keys(may))('[A1] [A2] %s may use exactly the routes meant for them', async (name) => {
    const caller = callers[name]
    const granted = new Set<string>()
    for (const route of Object.values(table).flat().toSorted(signOutLast)) {
      const [method = '', path = ''] = route.split(' ')
      const address = path.replace(':id', 'abcdefghijkl').replace('*', 'swagger-ui.css')
      const response = await caller?.request(address, { method })
      if (response && response.status !== 401 && response.status !== 403) granted.add(route)
      await response?.arrayBuffer()
    }
    expect(granted).toEqual(new Set(may[name]?.flatMap((group) => table[group])))
  })

  test('[A2] HEAD is guarded as GET is', async () => {
    const response = await server.browser().request('/api/v1/records', { method: 'HEAD' })
    expect(response.status).toBe(401)
  })

  test('[A1] an anonymous refusal is a problem and tells nothing about the record', async () => {
    const response = await server.browser().get('/api/v1/records/abcdefghijkl')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.status).toBe(401)
    await expect(response.json()).resolves.toMatchObject({ code: 'signed-out', status: 401 })
  })

  test('[A2] a session that comes with a wrong token does not help it', async () => {
    const admin = callers.admin
    const response = await admin?.get('/api/v1/session', { authorization: 'Bearer wrong' })
    expect(response?.status).toBe(401)
  })
})

/** Signing out ends the caller's session, so it is tried last. */
function signOutLast(left: string, right: string): number {
  return Number(left.endsWith('/sign-out')) - Number(right.endsWith('/sign-out'))
}
