import { sessionSchema } from '@colophon/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { isGranted } from '../testing/granted.js'
import { recordRoutes } from '../testing/record-routes.js'
import { adminToken, startTestServer, type TestServer } from '../testing/test-server.js'

type Group = 'anyone' | 'viewer' | 'viewerButNoToken' | 'anyPerson' | 'member' | 'memberButNoToken' | 'admin'

/** Who may use what; written out by hand, so that a slip in a route's declaration shows. */
const table: Record<Group, string[]> = {
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
    'GET /api/v1/workspace',
    'GET /api/v1/seal',
    'GET /api/v1/templates',
    'GET /api/v1/records',
    'GET /api/openapi.json',
    'GET /api/docs/',
    'GET /api/docs/json',
    'GET /api/docs/yaml',
    'GET /api/docs/static/index.html',
    'GET /api/docs/static/swagger-initializer.js',
    'GET /api/docs/static/*',
  ],
  viewerButNoToken: ['GET /api/v1/tokens', 'DELETE /api/v1/tokens/:id'],
  anyPerson: ['POST /api/v1/tokens'],
  member: ['POST /api/v1/records', 'POST /api/v1/records/import'],
  memberButNoToken: ['GET /api/v1/invitations', 'POST /api/v1/invitations', 'DELETE /api/v1/invitations/:id'],
  admin: ['GET /metrics', 'PATCH /api/v1/people/:id', 'PATCH /api/v1/workspace'],
}

const viewer: Group[] = ['anyone', 'viewer', 'viewerButNoToken', 'anyPerson']
const member: Group[] = [...viewer, 'member', 'memberButNoToken']

const may: Record<string, Group[]> = {
  anonymous: ['anyone'],
  viewer,
  member,
  admin: [...member, 'admin'],
  'the service account': ['anyone', 'viewer', 'viewerButNoToken', 'member', 'memberButNoToken', 'admin'],
  'a reading token of an admin': ['anyone', 'viewer'],
  'a writing token of an admin': ['anyone', 'viewer', 'member'],
  'a writing token of a member who became a viewer': ['anyone', 'viewer'],
  'a wrong token': ['anyone'],
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
    'the service account': server.script({ authorization: `Bearer ${adminToken}` }),
    'a reading token of an admin': await server.tokenOf(admin, 'read'),
    'a writing token of an admin': await server.tokenOf(admin, 'write'),
    'a writing token of a member who became a viewer': await tokenOfDemoted(admin),
    'a wrong token': server.script({ authorization: `Bearer ${'x'.repeat(40)}` }),
  }
})
afterAll(() => server.close())

describe('access', () => {
  test('[A2] every route of the server stands in the table, and no other', () => {
    const declared = [...Object.values(table), ...Object.values(recordRoutes)].flat()
    const found = server.routes().filter(({ method }) => method !== 'HEAD')
    expect(new Set(found.map(({ method, url }) => `${method} ${url}`))).toEqual(new Set(declared))
  })

  test.each(Object.keys(may))('[A1] [A2] %s may use exactly the routes meant for them', async (name) => {
    const caller = callers[name]
    const granted = new Set<string>()
    for (const route of Object.values(table).flat().toSorted(signOutLast)) {
      const [method = '', path = ''] = route.split(' ')
      const address = path.replace(':id', 'abcdefghijkl').replace('*', 'swagger-ui.css')
      if (await isGranted(caller, method, address)) granted.add(route)
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

async function tokenOfDemoted(admin: Browser): Promise<Browser> {
  const account = { name: 'Demoted', email: 'demoted@colophon.example', password: 'once a member' }
  const browser = await server.person('member', account)
  const token = await server.tokenOf(browser, 'write')
  const { user } = sessionSchema.parse(await (await browser.get('/api/v1/session')).json())
  await admin.send('PATCH', `/api/v1/people/${user.id}`, { role: 'viewer' })
  return token
}

/** Signing out ends the caller's session, so it is tried last. */
function signOutLast(left: string, right: string): number {
  return Number(left.endsWith('/sign-out')) - Number(right.endsWith('/sign-out'))
}
