import { problemSchema } from '@colophon/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Browser } from '../testing/browser.js'
import { adminToken, startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser
beforeAll(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterAll(() => server.close())

const json = { 'content-type': 'application/json' }

describe('errors', () => {
  test.each<[string, string, RequestInit & { headers?: Record<string, string> }, number, string]>([
    ['a body that is no JSON', '/api/v1/records', { method: 'POST', headers: json, body: '{' }, 400, 'invalid-request'],
    [
      'a body of another type',
      '/api/v1/records',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' },
      415,
      'wrong-media-type',
    ],
    [
      'a body that is too large',
      '/api/v1/records',
      { method: 'POST', headers: json, body: `"${'x'.repeat(1_100_000)}"` },
      413,
      'too-large',
    ],
    [
      'a field of the wrong kind',
      '/api/v1/records',
      { method: 'POST', headers: json, body: '{"title":5}' },
      400,
      'invalid-request',
    ],
    ['an address that cannot be read', '/api/v1/records/%zz', {}, 400, 'invalid-request'],
    ['an address that is unknown', '/api/v1/nothing', {}, 404, 'not-found'],
    ['a method that is not offered', '/api/v1/records', { method: 'PUT', headers: json, body: '{}' }, 404, 'not-found'],
  ])('%s is answered with a problem', async (_what, path, init, status, code) => {
    const response = await admin.request(path, init)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = problemSchema.parse(await response.json())
    expect(problem).toMatchObject({ status, code })
    expect(problem.instance).toMatch(/^urn:uuid:/)
  })

  test('a wrong field is named', async () => {
    const response = await admin.send('POST', '/api/v1/invitations', { role: 'emperor' })
    await expect(response.json()).resolves.toMatchObject({ detail: expect.stringContaining('role:') })
  })
})

describe('for operators', () => {
  test('[A1] health needs no session and tells the store’s state', async () => {
    const response = await server.browser().get('/health')
    await expect(response.json()).resolves.toEqual({ status: 'ok', store: { state: 'ok' } })
  })

  test('metrics count requests by route, never by address', async () => {
    await admin.get('/api/v1/records/abcdefghijkl')
    const script = server.script({ authorization: `Bearer ${adminToken}` })
    const text = await (await script.get('/metrics')).text()
    expect(text).toMatch(
      /colophon_http_request_seconds_count\{method="GET",route="\/api\/v1\/records\/:id",status="404"\} \d/,
    )
    expect(text).toContain('colophon_store_ok 1')
    expect(text).not.toContain('abcdefghijkl')
  })

  test('the API describes itself, every call of it', async () => {
    const openapi = z.object({ paths: z.record(z.string(), z.unknown()) })
    const described = Object.keys(openapi.parse(await (await admin.get('/api/openapi.json')).json()).paths)
    expect(described).toEqual(
      expect.arrayContaining(['/api/v1/records', '/api/v1/records/{id}/markdown', '/api/v1/join', '/health']),
    )
    expect(described).not.toContain('/assets/app-1a2b3c.js')
    const page = await admin.get('/api/docs/')
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
  })
})
