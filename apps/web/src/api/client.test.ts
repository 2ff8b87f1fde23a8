import { expect, test } from 'vitest'
import { createClient } from './client.js'
import { createReachability } from './reachability.js'

function clientAnswering(body: BodyInit) {
  const asked: string[] = []
  const client = createClient(async (input, init) => {
    asked.push(`${init?.method} ${String(input)}`)
    return new Response(body)
  }, createReachability())
  return { client, asked }
}

test('[U4] the exported file arrives byte for byte, byte-order mark and line endings included', async () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x23, 0x20, 0x41, 0x0d, 0x0a])
  const { client } = clientAnswering(bytes)
  expect(await client.markdown('rec_123456789', { unfilled: 'keep', status: 'template' })).toEqual(bytes)
})

test('[A8] an id can not reach another address', async () => {
  const { client, asked } = clientAnswering('')
  await client.markdown('../../auth', { unfilled: 'na', status: 'live' })
  expect(asked).toEqual(['GET /api/v1/records/..%2F..%2Fauth/markdown?unfilled=na&status=live'])
})

test('a list is asked for with what it is filtered by, and nothing else', async () => {
  const { client, asked } = clientAnswering('{"records":[]}')
  await client.records({ q: 'a & b', archived: 'false' })
  expect(asked).toEqual(['GET /api/v1/records?q=a+%26+b&archived=false'])
})
