import { expect, test } from 'vitest'
import { beginning } from './chain.js'
import { inspectLog } from './inspect-log.js'
import { type AuditLog, readAuditLog } from './log.js'
import { newSealKey, sealHead } from './seal.js'
import { ada, tell } from './testing/story.js'

const serverKey = newSealKey()

test('[G6] a log that was sealed at its end is whole, also once it was written down and read back', () => {
  const log = sealed('record', 3)
  const expected = { kind: 'whole', head: log.seal.head, key: log.seal.key }
  expect(inspectLog(log)).toEqual(expected)
  expect(inspectLog(readAuditLog(JSON.stringify(log)), log.seal.key)).toEqual(expected)
  expect(inspectLog(sealed('record', 0))).toMatchObject({ kind: 'whole', head: beginning })
})

test('[G6] a log whose end was cut off is not the one that was sealed', () => {
  const log = sealed('record', 3)
  expect(inspectLog({ ...log, entries: log.entries.slice(0, -1) })).toEqual({
    kind: 'unsealed',
    why: 'it was sealed with 3 entries, and has 2',
  })
  expect(inspectLog({ ...log, entries: [] })).toMatchObject({ kind: 'unsealed' })
})

test('[G6] a log that was written anew from its beginning is not the one that was sealed', () => {
  const log = sealed('record', 3)
  const forged = { ...log, entries: sealed('record', 3, 'Another reason').entries }
  expect(inspectLog(forged)).toMatchObject({ kind: 'unsealed' })
  const head = sealed('record', 3, 'Another reason').seal.head
  expect(inspectLog({ ...forged, seal: { ...log.seal, head } })).toEqual({
    kind: 'unsealed',
    why: 'its seal is not genuine',
  })
})

test('[G6] a log that somebody else has sealed is known by its key', () => {
  const log = sealed('record', 2)
  const forged = { ...log, seal: sealHead('record', log.seal.head, newSealKey()) }
  expect(inspectLog(forged)).toMatchObject({ kind: 'whole', key: forged.seal.key })
  expect(inspectLog(forged, log.seal.key)).toEqual({
    kind: 'unsealed',
    why: 'it was sealed with another key than the expected one',
  })
  expect(inspectLog({ ...log, seal: { ...log.seal, key: 'AAAA' } })).toMatchObject({ kind: 'unsealed' })
})

test('[G6] the log of one record is not that of another', () => {
  const log = sealed('one', 2)
  expect(inspectLog({ ...log, record: { ...log.record, id: 'other' } })).toEqual({
    kind: 'unsealed',
    why: 'its entries are those of another record',
  })
})

test('[G6] what is no log is refused by what is wrong with it', () => {
  expect(() => readAuditLog('# A record')).toThrow('It is no JSON.')
  expect(() => readAuditLog('{"format": "colophon audit 2"}')).toThrow('format')
  expect(() => readAuditLog(JSON.stringify({ ...sealed('record', 1), more: 1 }))).toThrow('more')
})

function sealed(recordId: string, count: number, reason = 'A reason'): AuditLog {
  const what = { event: 'reopened', version: 1, reason } as const
  const entries = tell(
    recordId,
    Array.from({ length: count }, () => ({ actor: ada, what })),
  )
  return {
    format: 'colophon audit 1',
    record: { id: recordId, title: 'A record' },
    template: '# {{TITLE}}\n',
    entries,
    seal: sealHead(recordId, entries.at(-1) ?? beginning, serverKey),
  }
}
