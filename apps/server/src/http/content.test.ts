import { recordDetailsSchema } from '@colophon/protocol'
import { implementationRecord, parseTemplate, unpackTemplate } from '@colophon/template'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser
let id: string

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterAll(() => server.close())

beforeEach(async () => {
  const response = await admin.send('POST', '/api/v1/records', {})
  id = recordDetailsSchema.parse(await response.json()).id
})

const markdown = async (query = '') => (await admin.get(`/api/v1/records/${id}/markdown${query}`)).text()

describe('the file', () => {
  test('[T1] [U4] an untouched record is the template byte for byte, as UTF-8 Markdown', async () => {
    const response = await admin.get(`/api/v1/records/${id}/markdown`)
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.equals(Buffer.from(implementationRecord))).toBe(true)
  })

  test('unfilled slots can be printed as N/A or left out', async () => {
    expect(await markdown('?unfilled=na')).not.toContain('{{')
    expect(await markdown('?unfilled=na')).toContain('N/A')
    const omitted = await markdown('?unfilled=omit')
    expect(omitted).not.toContain('{{')
    expect(omitted).not.toContain('N/A')
  })

  test('the status is the template’s own, or the record’s real one', async () => {
    expect(await markdown()).toContain('status: "completed"')
    expect(await markdown('?status=live')).toContain('status: "draft"')
  })

  test('an unknown way of printing is refused by name', async () => {
    const response = await admin.get(`/api/v1/records/${id}/markdown?unfilled=maybe`)
    expect(response.status).toBe(400)
    await expect(response.json()).resolves.toMatchObject({
      code: 'invalid-request',
      detail: expect.stringContaining('unfilled'),
    })
  })
})

describe('the template', () => {
  test.each(['gzip, br', 'identity'])(
    '[P8] a page gets it parsed, as it would parse it itself (%s)',
    async (encoding) => {
      const response = await admin.get(`/api/v1/records/${id}/template`, { 'accept-encoding': encoding })
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : 'gzip')
      expect(unpackTemplate(await response.text(), implementationRecord)).toEqual(parseTemplate(implementationRecord))
    },
  )

  test('[P8] of a record that is not there is not there either', async () => {
    expect((await admin.get('/api/v1/records/none/template')).status).toBe(404)
  })

  test('[P8] each record has its own', async () => {
    const source = '# {{NAME}}\n\n{{TEXT}}\n'
    const made = await admin.send('POST', '/api/v1/records', { template: source })
    const other = recordDetailsSchema.parse(await made.json()).id
    const response = await admin.get(`/api/v1/records/${other}/template`)
    expect(unpackTemplate(await response.text(), source)?.name).toBe(parseTemplate(source).name)
  })
})
