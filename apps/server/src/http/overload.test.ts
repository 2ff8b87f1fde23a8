import { once } from 'node:events'
import { connect } from 'node:net'
import { limits, problemSchema, recordDetailsSchema, subprotocol } from '@colophon/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { refusedUpgrade } from '../sync/testing/upgrade.js'
import { adminToken, publicUrl, startTestServer, type TestServerOptions } from '../testing/test-server.js'

test('[A7] one person asks so many times a minute, and nobody else is kept waiting for it', async () => {
  const server = await start({ requestRates: { person: 5 } })
  const admin = await server.setUp()
  const statuses: number[] = []
  for (let asked = 0; asked < 6; asked += 1) statuses.push((await admin.get('/api/v1/session')).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  const refused = await admin.get('/api/v1/records')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(problemSchema.parse(await refused.json())).toMatchObject({
    code: 'too-many-tries',
    detail: expect.stringContaining('Try again in'),
  })
  expect((await server.browser().get('/api/v1/welcome')).status).toBe(200)
  const script = server.script({ authorization: `Bearer ${adminToken}` })
  for (let asked = 0; asked < 8; asked += 1) expect((await script.get('/api/v1/session')).status).toBe(200)
})

test('[A7] one address asks so many times a minute, signed in or not, but for the files of the page', async () => {
  const server = await start({ requestRates: { address: 5 } })
  const anonymous = server.browser()
  for (let asked = 0; asked < 5; asked += 1) await anonymous.get('/api/v1/records')
  for (const path of ['/api/v1/records', '/nothing/here', '/', '/api/docs/']) {
    const refused = await anonymous.get(path)
    expect(refused.status).toBe(429)
    expect(problemSchema.parse(await refused.json())).toMatchObject({ code: 'too-many-tries' })
  }
  expect((await anonymous.get('/assets/app-1a2b3c.js')).status).toBe(200)
  const elsewhere = server.script({ 'x-forwarded-for': '192.0.2.9' })
  expect((await elsewhere.get('/api/v1/welcome')).status).toBe(200)
})

test('[A7] making records has a tighter limit than looking at them', async () => {
  const server = await start({})
  const admin = await server.setUp()
  for (let asked = 0; asked < limits.requestsPerMinute.making; asked += 1)
    await admin.send('POST', '/api/v1/records', 5)
  expect((await admin.send('POST', '/api/v1/records', {})).status).toBe(429)
  expect((await admin.get('/api/v1/records')).status).toBe(200)
})

test.each([
  ['something waits long for its turn', { maxEventLoopDelay: 0.000_001 }, 'eventLoopDelay'],
  ['memory runs short', { maxEventLoopDelay: 0, maxHeapUsedBytes: 1 }, 'heapUsedBytes'],
])('[A7] while %s, what is dear is put off, and what is small or under way goes on', async (_what, pressure, cause) => {
  // The server looks for the first time once the record is made and open.
  const server = await start({ pressure: { ...pressure, sampleInterval: 5_000 } })
  const admin = await server.setUp()
  const { id } = recordDetailsSchema.parse(await (await admin.send('POST', '/api/v1/records', {})).json())
  const open = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${id}`, subprotocol, {
    headers: { origin: publicUrl, cookie: admin.cookie() },
  })
  onTestFinished(() => open.terminate())
  await once(open, 'open')

  const script = server.script({ authorization: `Bearer ${adminToken}` })
  const read = () => script.get(`/api/v1/records/${id}/markdown`)
  let refused = await read()
  for (; refused.status === 200; refused = await read()) await refused.text()
  expect(refused.status).toBe(503)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(problemSchema.parse(await refused.json())).toMatchObject({ code: 'server-busy' })
  const imported = await admin.request('/api/v1/records/import', {
    method: 'POST',
    headers: { 'content-type': 'text/markdown' },
    body: '# A file',
  })
  expect(imported.status).toBe(503)
  const upgrade = await refusedUpgrade(`${server.url.replace('http', 'ws')}/sync`, id, { origin: publicUrl })
  expect(upgrade).toMatchObject({ status: 503, problem: { code: 'server-busy' } })

  for (const path of ['/health', '/index.html', '/api/v1/session', '/api/v1/records', `/api/v1/records/${id}`]) {
    const answer = await admin.get(path)
    expect([path, answer.status]).toEqual([path, 200])
  }
  open.ping()
  await once(open, 'pong')

  const metrics = await (await script.get('/metrics')).text()
  expect(metrics).toContain(`colophon_http_requests_put_off_total{cause="${cause}"} 2`)
  expect(metrics).toContain('colophon_upgrades_refused_total{status="503",code="server-busy"} 1')
})

test.each([
  ['the headers', 'GET /health HTTP/1.1\r\nHost: here\r\n'],
  [
    'the body',
    'POST /api/auth/sign-in/email HTTP/1.1\r\nHost: here\r\nOrigin: http://localhost:4280\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
  ],
])('[A7] a request of which %s never end is answered and its connection closed', async (_what, sent) => {
  const server = await start({ patience: { headersMs: 100, requestMs: 200, checkMs: 20 } })
  const answer = await rawAnswer(server.url, sent)
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(problemOf(answer)).toMatchObject({ status: 408, code: 'too-slow' })
})

test.each([
  ['no HTTP at all', '\u0000\u0001\u0002\r\n\r\n', 400, 'invalid-request'],
  ['headers without end', `GET / HTTP/1.1\r\nCookie: ${'x'.repeat(20_000)}\r\n`, 431, 'headers-too-large'],
])('[A6] %s is answered with a problem', async (_what, sent, status, code) => {
  const server = await start({})
  expect(problemOf(await rawAnswer(server.url, sent))).toMatchObject({ status, code })
})

async function start(bounds: TestServerOptions['bounds']) {
  const server = await startTestServer({ bounds: { pressure: { maxEventLoopDelay: 0 }, ...bounds } })
  onTestFinished(server.close)
  return server
}

/** Sends bytes over a connection of their own. @returns all that comes back until it is closed */
async function rawAnswer(url: string, sent: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  onTestFinished(() => void socket.destroy())
  socket.write(sent, 'latin1')
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function problemOf(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  expect(head).toContain('application/problem+json')
  expect(head).toContain('nosniff')
  return problemSchema.parse(JSON.parse(body))
}
