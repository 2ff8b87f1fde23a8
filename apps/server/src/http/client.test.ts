import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const page = { accept: 'text/html,application/xhtml+xml' }

describe('the client', () => {
  test.each(['/', '/join', '/setup', '/records/abcdefghijkl', '/index.html'])(
    '%s is the page, never cached',
    async (path) => {
      const response = await server.browser().get(path, page)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('cache-control')).toBe('no-store')
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
  test.each(['/', '/api/v1/welcome', '/api/v1/nothing', '/api/docs/'])(
    '[A8] %s runs and loads nothing foreign',
    async (path) => {
      const admin = server.browser()
      const { headers } = await admin.get(path, page)
      const policy = new Map(
        (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
          const [name = '', ...sources] = directive.trim().split(' ')
          return [name, sources]
        }),
      )
      expect(policy.get('default-src')).toEqual(["'self'"])
      expect(policy.get('script-src')).toEqual(["'self'"])
      expect(policy.get('frame-ancestors')).toEqual(["'none'"])
      expect(policy.get('object-src')).toEqual(["'none'"])
      expect(policy.get('connect-src')).toEqual(["'self'", 'ws://localhost:4280', 'ws://127.0.0.1:4280'])
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    },
  )

  test('answers of the API are not kept by anybody', async () => {
    const { headers } = await server.browser().get('/api/v1/welcome')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})
