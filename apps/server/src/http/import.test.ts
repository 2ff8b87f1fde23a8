import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importResultSchema, limits } from '@colophon/protocol'
import { implementationRecord } from '@colophon/template'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.setUp()
})
afterAll(() => server.close())

const filled = implementationRecord
  .replaceAll('{{FEATURE_NAME}}', 'Rate limits')
  .replace('{{IMPLEMENTATION_SUMMARY}}', 'A *token bucket* per client.\n\n- one\n- two')
  .replace('{{PM_SIGNOFF}} ({{PM_SIGNOFF_DATE}})', '**Grace** (2024-02-29)')

function post(body: string | Uint8Array<ArrayBuffer>, type = 'text/markdown') {
  return admin.request('/api/v1/records/import', { method: 'POST', headers: { 'content-type': type }, body })
}

async function stored() {
  const { records, ledgers, templates } = JSON.parse(await readFile(join(server.dataDir, 'colophon.json'), 'utf8'))
  return { records, ledgers, templates, files: await readdir(join(server.dataDir, 'records')) }
}

describe('import', () => {
  test('[T3] a filled form becomes a record that prints the same bytes', async () => {
    const response = await post(filled)
    expect(response.status).toBe(201)
    const record = importResultSchema.parse(await response.json())
    expect(record).toMatchObject({ title: 'Rate limits', problems: [], template: { id: 'implementation-record' } })
    expect(record.ledger.signoffs[0]).toMatchObject({ role: 'pm', decision: null, imported: { date: '2024-02-29' } })
    expect(await (await admin.get(`/api/v1/records/${record.id}/markdown`)).text()).toBe(filled)
  })

  test('[T3] a file that went through another editor, with its line endings and byte order mark, is read all the same', async () => {
    const windows = `\ufeff${filled.replaceAll('\n', '\r\n')}`
    const record = importResultSchema.parse(await (await post(windows)).json())
    expect(record.problems).toEqual([])
    expect(await (await admin.get(`/api/v1/records/${record.id}/markdown`)).text()).toBe(filled)
  })

  test('[T7] a line that finds no place is named and kept', async () => {
    const edited = filled.replace('# Rate limits -', 'Stray words.\n\n# Rate limits -')
    const record = importResultSchema.parse(await (await post(edited)).json())
    const line = edited.split('\n').indexOf('Stray words.') + 1
    expect(record.problems).toMatchObject([{ line, text: 'Stray words.' }])
  })

  test('the template that a file was made from wins over one so general that it takes in anything', async () => {
    await admin.send('POST', '/api/v1/records', { template: '# {{TITLE}}\n\n{{TEXT}}\n' })
    const record = importResultSchema.parse(await (await post(filled)).json())
    expect(record.template.id).toBe('implementation-record')
  })

  test.each([
    [
      'a file that is no form of any template',
      'Dear diary,\n\ntoday nothing happened.\n',
      'text/markdown',
      422,
      'not-a-record',
    ],
    ['an empty file', '', 'text/markdown', 422, 'not-a-record'],
    ['bytes that are not UTF-8', new Uint8Array([0x23, 0x20, 0xff, 0xfe]), 'text/markdown', 422, 'not-utf8'],
    ['another type of content', JSON.stringify({ filled }), 'application/json', 415, 'wrong-media-type'],
    [
      '[M4] a file whose prose is nested too deeply',
      implementationRecord.replace('{{KNOWN_ISSUES}}', '>'.repeat(100_000)),
      'text/markdown',
      422,
      'too-deep',
    ],
    ['a file that is too large', new Uint8Array(limits.importBytes + 1).fill(97), 'text/markdown', 413, 'too-large'],
  ])('%s is refused and leaves nothing behind', async (_what, body, type, status, code) => {
    const fresh = await startTestServer()
    try {
      const browser = await fresh.setUp()
      const response = await browser.request('/api/v1/records/import', {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      })
      expect(response.status).toBe(status)
      await expect(response.json()).resolves.toMatchObject({ code })
      expect(await readdir(join(fresh.dataDir, 'records'))).toEqual([])
    } finally {
      await fresh.close()
    }
  })

  test('[M4] a hostile file is read or refused, and a refused one leaves nothing behind', async () => {
    const before = await stored()
    const response = await post(`${filled}\n${'> '.repeat(200_000)}x\n${'*a_'.repeat(100_000)}\n`)
    expect([201, 422]).toContain(response.status)
    if (response.status === 422) expect(await stored()).toEqual(before)
    expect((await admin.get('/api/v1/records')).status).toBe(200)
  })
})
