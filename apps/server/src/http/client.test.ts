import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let viewer: Browser
beforeAll(async () => {
  server = await startTestServer()
  viewer = await server.person('viewer')
})
afterAll(() => server.close())

const page = { accept: 'text/html,application/xhtml+xml' }

describe('the client', () => {
  test.each(['/', '/join', '/setup', '/records/abcdefghijkl', '/index.html'])(
    '%s is the page, asked for anew each time',
    async (path) => {
      const response = await server.browser().get(path, page)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      await expect(response.text()).resolves.toContain('<title>Colophon</title>')
    },
  )

  test('a file whose name changes with its content is cached for ever', async () => {
    const response = await server.browser().get('/assets/app-1a2b3c.js')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toMatch(/javascript/)
  })

  test.each([
    ['a script that is gone', '/assets/app-000000.js', page],
    ['an unknown call', '/api/v1/nothing', page],
    ['a fetch, not a navigation', '/somewhere', { accept: '*/*' }],
    ['a path that climbs', '/..%2f..%2fcolophon.json', { accept: '*/*' }],
  ])('%s is a problem with status 404', async (_what, path, headers) => {
    const response = await server.browser().get(path, headers)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    await expect(response.json()).resolves.toMatchObject({ code: 'not-found', status: 404 })
  })
})

describe('headers', () => {
  test.each([
    ['the page', '/', 200],
    ['a place in it', '/records/abcdefghijkl', 200],
    ['its files', '/assets/app-1a2b3c.js', 200],
    ['an answer', '/api/v1/welcome', 200],
    ['health', '/health', 200],
    ['the page of the API', '/api/docs/', 200],
    ['its scripts', '/api/docs/static/swagger-ui-bundle.js', 200],
    ['a refusal', '/metrics', 403],
    ['an unknown call', '/api/v1/nothing', 404],
    ['a file that is gone', '/assets/app-000000.js', 404],
  ])('[A8] %s (%s) runs and loads nothing foreign', async (_what, path, status) => {
    const response = await viewer.get(path, page)
    expect(response.status).toBe(status)
    const { headers } = response
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(' ')
        return [name, sources]
      }),
    )
    expect(policy.get('default-src')).toEqual(["'self'"])
    expect(policy.get('script-src')).toEqual(["'self'"])
    expect(policy.get('script-src-attr')).toEqual(["'none'"])
    expect(policy.get('frame-ancestors')).toEqual(["'none'"])
    expect(policy.get('object-src')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'none'"])
    expect(policy.get('connect-src')).toEqual(["'self'", 'ws://localhost:4280', 'ws://127.0.0.1:4280'])
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cache-control': expect.stringMatching(
        /^(no-store|no-cache|private, no-cache|public, max-age=31536000, immutable)$/,
      ),
    })
    expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull()
  })

  test.each([`/api/v1/records/%zz`, `/api/v1/records/${'x'.repeat(200)}`])(
    '[A8] an address that no route can read is answered with headers of its own',
    async (path) => {
      const { headers } = await viewer.get(path, page)
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
      })
    },
  )

  test('answers of the API are not kept by anybody', async () => {
    const { headers } = await server.browser().get('/api/v1/welcome')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})
