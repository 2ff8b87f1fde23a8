import { recordDetailsSchema, recordListSchema, templatesSchema } from '@colophon/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { adminToken, startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser
let member: Browser

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  member = await server.person('member')
})
afterAll(() => server.close())

async function make(wish: Record<string, unknown> = {}) {
  const response = await admin.send('POST', '/api/v1/records', wish)
  expect(response.status).toBe(201)
  return recordDetailsSchema.parse(await response.json())
}

async function details(id: string) {
  return recordDetailsSchema.parse(await (await admin.get(`/api/v1/records/${id}`)).json())
}

async function list(query = '') {
  return recordListSchema.parse(await (await admin.get(`/api/v1/records${query}`)).json()).records
}

describe('records', () => {
  test('a new record has its title in the title slot, its roles open and nothing else filled', async () => {
    const record = await make({ title: 'Rate limits' })
    expect(record).toMatchObject({
      title: 'Rate limits',
      status: 'draft',
      archived: false,
      createdBy: { name: 'Ada' },
      template: { id: 'implementation-record' },
      completeness: { filled: 1 },
      signed: { filled: 0, total: 4 },
      ledger: { version: 1, locked: false },
    })
    expect(record.ledger.signoffs.map(({ role }) => role)).toEqual(['pm', 'tech-lead', 'qa', 'devops'])
    const markdown = await (await admin.get(`/api/v1/records/${record.id}/markdown`)).text()
    expect(markdown).toContain('# Rate limits - Implementation Record')
  })

  test('[T1] a record can be made from a template that somebody brings, which is kept for others', async () => {
    const template = '# {{SUBJECT}}, minutes\n\n{{NOTES}}\n'
    const record = await make({ template })
    expect(record.signed.total).toBe(0)
    expect(await (await admin.get(`/api/v1/records/${record.id}/markdown`)).text()).toBe(template)
    const { templates } = templatesSchema.parse(await (await admin.get('/api/v1/templates')).json())
    expect(templates[0]).toMatchObject({ id: 'implementation-record' })
    expect(templates).toContainEqual({ id: record.template.id, name: record.template.name })
    expect((await make({ template: record.template.id })).template).toEqual(record.template)
  })

  test('[T1] a template keeps its byte order mark and its line endings', async () => {
    const template = '\ufeff# {{SUBJECT}}\r\n\r\n{{NOTES}}'
    const { id } = await make({ template })
    const bytes = await (await admin.get(`/api/v1/records/${id}/markdown`)).arrayBuffer()
    expect(Buffer.from(bytes).equals(Buffer.from(template))).toBe(true)
  })

  test('a template that cannot be used is refused with its place, and nothing is stored', async () => {
    const before = await list()
    const response = await admin.send('POST', '/api/v1/records', { template: '# {{A}}\n\n{{B\n' })
    expect(response.status).toBe(422)
    await expect(response.json()).resolves.toMatchObject({ code: 'template-invalid', line: 3 })
    expect(await list()).toEqual(before)
  })

  test('an unknown template is refused', async () => {
    const response = await admin.send('POST', '/api/v1/records', { template: 'no-such-form' })
    expect(response.status).toBe(422)
    await expect(response.json()).resolves.toMatchObject({ code: 'template-unknown' })
  })

  test('[T5] renaming changes the title slot and the list', async () => {
    const { id } = await make({ title: 'Before' })
    const response = await member.send('PATCH', `/api/v1/records/${id}`, { title: 'After' })
    expect(recordDetailsSchema.parse(await response.json()).title).toBe('After')
    expect(await (await admin.get(`/api/v1/records/${id}/markdown`)).text()).toContain(
      '# After - Implementation Record',
    )
  })

  test('the list finds records by words of their title and of their author', async () => {
    const { id } = await make({ title: 'Webhook retries' })
    const found = async (q: string) => (await list(`?q=${encodeURIComponent(q)}`)).some((record) => record.id === id)
    expect(await found('retries webhook')).toBe(true)
    expect(await found('RETRIES ada')).toBe(true)
    expect(await found('webhook nonsense')).toBe(false)
    expect((await list('?status=completed')).length).toBe(0)
  })

  test('an archived record leaves the list and comes back', async () => {
    const { id } = await make({ title: 'Old news' })
    const has = async (query: string) => (await list(query)).some((record) => record.id === id)
    await admin.send('PATCH', `/api/v1/records/${id}`, { archived: true })
    expect([await has(''), await has('?archived=true')]).toEqual([false, true])
    await admin.send('PATCH', `/api/v1/records/${id}`, { archived: false })
    expect([await has(''), await has('?archived=true')]).toEqual([true, false])
  })

  test('a deleted record is gone everywhere, and restoring brings all of it back', async () => {
    const { id } = await make({ title: 'Too soon' })
    expect((await admin.send('DELETE', `/api/v1/records/${id}`)).status).toBe(204)
    const paths = ['', '/markdown', '/fingerprint']
    for (const path of paths) expect((await admin.get(`/api/v1/records/${id}${path}`)).status).toBe(404)
    expect((await admin.send('PATCH', `/api/v1/records/${id}`, { title: 'x' })).status).toBe(404)
    expect((await list()).some((record) => record.id === id)).toBe(false)
    expect((await admin.send('POST', `/api/v1/records/${id}/restore`)).status).toBe(200)
    expect(await details(id)).toMatchObject({ id, title: 'Too soon' })
  })

  test('an automation may make records, in its own name', async () => {
    const script = server.script({ authorization: `Bearer ${adminToken}` })
    const response = await script.send('POST', '/api/v1/records', {})
    expect(recordDetailsSchema.parse(await response.json()).createdBy).toEqual({ id: 'service', name: 'Automation' })
  })

  test.each(['__proto__', '..%2f..%2fcolophon', 'constructor', 'abcdefghijkl%00', 'x'.repeat(400)])(
    '[A8] %s names no record',
    async (id) => {
      const response = await admin.get(`/api/v1/records/${id}`)
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
    },
  )
})
