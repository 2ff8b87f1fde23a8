import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog } from './log.js'

function captured() {
  const lines: string[] = []
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  return { log: createLog('info', destination), text: () => lines.join('') }
}

test.each([
  { req: { headers: { cookie: 'hush' } } },
  { req: { headers: { authorization: 'Bearer hush' } } },
  { res: { headers: { 'set-cookie': 'hush' } } },
  { headers: { cookie: 'hush', authorization: 'hush' } },
  { password: 'hush' },
  { body: { password: 'hush', token: 'hush' } },
  { config: { adminToken: 'hush' } },
  { secret: 'hush' },
])('[A3] a secret is blotted out of the log: %j', (entry) => {
  const { log, text } = captured()
  log.info(entry, 'something happened')
  expect(text()).toContain('something happened')
  expect(text()).toContain('[redacted]')
  expect(text()).not.toContain('hush')
})
