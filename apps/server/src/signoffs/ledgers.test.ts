import { appendFile, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emptyLedger, type Ledger } from '@colophon/protocol'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createLog } from '../log.js'
import { openLowdbStore } from '../store/lowdb/open.js'
import type { Store } from '../store/store.js'
import { temporaryFolder } from '../store/testing/temporary-folder.js'
import type { Happening } from './audit-trail.js'
import { createLedgers, type Ledgers } from './ledgers.js'

const id = 'ledger-record-1'
const ada = { kind: 'person', id: 'ada', name: 'Ada' } as const
const pm = { role: 'pm', label: 'Product Manager' }
const created: Happening = {
  actor: ada,
  what: { event: 'created', title: 'Search', owner: { id: 'ada', name: 'Ada' }, roles: [pm], recorded: [] },
}
const text = { fingerprint: 'f'.repeat(64), entry: 3 }
const approved: Happening = {
  actor: ada,
  what: { event: 'approved', ...pm, ...text, meaning: 'reviewed', comment: null },
}
const withdrawn: Happening = { actor: ada, what: { event: 'withdrawn', ...pm } }

let folder: string
const auditFile = () => join(folder, 'records', `${id}.audit.jsonl`)

beforeEach(async () => {
  folder = await temporaryFolder()
})

/** What a process knows that starts on the folder; `wrap` puts a fault into its store. */
async function start(wrap: (store: Store) => Pick<Store, 'ledgers' | 'audit'> = (store) => store) {
  const log = createLog('silent')
  const store = await openLowdbStore(folder, log)
  const { ledgers: rows, audit } = wrap(store)
  const pushed: Ledger[] = []
  const ledgers = await createLedgers({
    rows,
    audit,
    origin: async () => created,
    push: (_id, ledger) => pushed.push(ledger),
    log,
  })
  let closed: Promise<void> | undefined
  const stop = () => (closed ??= store.close())
  onTestFinished(stop)
  return { ledgers, store, pushed, stop }
}

const decide = (ledgers: Ledgers, happening: Happening) => ledgers.change(id, async () => happening)

test('[G6] a ledger is what its log says, also after a restart', async () => {
  const first = await start()
  await first.ledgers.begin(id, created)
  await decide(first.ledgers, approved)
  const ledger = await first.ledgers.get(id)
  expect(ledger).toMatchObject({ version: 2, status: 'in review', fingerprint: text.fingerprint })
  expect(ledger.signoffs).toMatchObject([{ ...pm, decision: { kind: 'approved', meaning: 'reviewed' } }])
  expect(ledger.sharing.people).toEqual([{ person: { id: 'ada', name: 'Ada' }, right: 'owner' }])
  await first.stop()
  const second = await start()
  expect(await second.ledgers.get(id)).toEqual(ledger)
  expect((await readFile(auditFile(), 'utf8')).trimEnd().split('\n')).toHaveLength(2)
})

test('[D2] [G6] what the log has and the ledger has not, after a crash in between, is taken up at the next start', async () => {
  const first = await start()
  await first.ledgers.begin(id, created)
  await first.stop()
  const torn = await start((store) => ({
    audit: store.audit,
    ledgers: { ...store.ledgers, put: () => Promise.reject(new Error('The power went.')) },
  }))
  await expect(decide(torn.ledgers, approved)).rejects.toThrow('The power went')
  expect(torn.pushed).toEqual([])
  await torn.stop()
  const second = await start()
  expect((await second.ledgers.all()).get(id)?.signoffs[0]?.decision).toBeNull()
  expect((await second.ledgers.get(id)).signoffs[0]?.decision).toMatchObject({ kind: 'approved' })
  expect((await second.ledgers.all()).get(id)?.signoffs[0]?.decision).toMatchObject({ kind: 'approved' })
  await decide(second.ledgers, withdrawn)
  await expect(second.ledgers.trail(id)).resolves.toMatchObject({ kind: 'whole', entries: { length: 3 } })
})

test('[D2] an entry that was broken off by a crash is cut, and the next one stands in its place', async () => {
  const first = await start()
  await first.ledgers.begin(id, created)
  await first.stop()
  const whole = (await stat(auditFile())).size
  await appendFile(auditFile(), '{"number":2,"recordId":"led')
  const second = await start()
  expect((await second.ledgers.get(id)).refusal).toBeNull()
  await decide(second.ledgers, approved)
  expect((await readFile(auditFile(), 'utf8')).slice(whole)).toMatch(/^\{"number":2,.*\}\n$/)
})

test('[D3] what the disk refuses has not happened, and is told to nobody', async () => {
  const full = await start((store) => ({
    ledgers: store.ledgers,
    audit: { ...store.audit, append: () => Promise.reject(new Error('ENOSPC')) },
  }))
  await expect(full.ledgers.begin(id, created)).rejects.toThrow('ENOSPC')
  expect(await full.ledgers.get(id)).toEqual(emptyLedger)
  expect(full.pushed).toEqual([])
})

const harms: [string, (lines: string[]) => string[]][] = [
  ['an entry was taken out', ([first = '', , third = '']) => [first, third]],
  ['two entries changed places', ([first = '', second = '', third = '']) => [first, third, second]],
  ['the last entry was cut off', ([first = '', second = '']) => [first, second]],
  [
    'one letter of a name was changed',
    (lines) => lines.map((line, at) => (at === 1 ? line.replace('Ada', 'Eve') : line)),
  ],
  ['a time was changed', (lines) => lines.map((line) => line.replace(/"at":"\d{4}/, '"at":"1999'))],
  ['a line is no JSON', ([first = '', , third = '']) => [first, 'nothing', third]],
  ['all of it is gone', () => []],
]

test.each(harms)('[G6] where %s the record opens, nothing is signed, and the reason is told', async (_what, harm) => {
  const first = await start()
  await first.ledgers.begin(id, created)
  await decide(first.ledgers, approved)
  await decide(first.ledgers, withdrawn)
  const before = await first.ledgers.get(id)
  await first.stop()
  const lines = (await readFile(auditFile(), 'utf8')).trimEnd().split('\n')
  const written = `${harm(lines).join('\n')}\n`
  await writeFile(auditFile(), written === '\n' ? '' : written)
  const second = await start()
  const ledger = await second.ledgers.get(id)
  expect(ledger).toMatchObject({ signoffs: before.signoffs, refusal: expect.stringContaining('damaged') })
  await expect(decide(second.ledgers, approved)).rejects.toMatchObject({ code: 'log-broken' })
  await expect(second.ledgers.trail(id)).resolves.toMatchObject({ kind: 'broken' })
  await second.stop()
  await writeFile(auditFile(), `${lines.join('\n')}\n`)
  const mended = await start()
  expect((await mended.ledgers.get(id)).refusal).toBeNull()
  await decide(mended.ledgers, approved)
})

test('[G6] a log that was written anew from its beginning is not the one that was kept', async () => {
  const first = await start()
  await first.ledgers.begin(id, created)
  await decide(first.ledgers, approved)
  await first.stop()
  const forged = await start((store) => ({
    audit: { ...store.audit, load: async () => [] },
    ledgers: { ...store.ledgers, get: async () => undefined, put: async () => undefined },
  }))
  await writeFile(auditFile(), '')
  const eve = { kind: 'person', id: 'eve', name: 'Eve' } as const
  await forged.ledgers.begin(id, { ...created, actor: eve })
  await forged.stop()
  const second = await start()
  expect((await second.ledgers.get(id)).refusal).toContain('it had 2 entries')
})

test('[G4] half a character in a name or a reason is replaced, so that the log stays what JSON can say', async () => {
  const { ledgers } = await start()
  await ledgers.begin(id, { ...created, actor: { ...ada, name: 'Ada \ud83d' } })
  await ledgers.change(id, async () => ({
    actor: ada,
    what: { event: 'declined', ...pm, ...text, reason: 'No \udc00 tests.' },
  }))
  expect((await ledgers.get(id)).signoffs[0]?.decision).toMatchObject({ reason: 'No \ufffd tests.' })
  await expect(ledgers.trail(id)).resolves.toMatchObject({ kind: 'whole' })
})

test('[G3] a fingerprint that changes nothing about what is current is neither written nor pushed', async () => {
  const { ledgers, pushed } = await start()
  await ledgers.begin(id, created)
  await ledgers.note(id, 'a'.repeat(64))
  expect(pushed).toEqual([])
  await decide(ledgers, approved)
  await ledgers.note(id, 'a'.repeat(64))
  await ledgers.note(id, 'b'.repeat(64))
  await ledgers.note(id, text.fingerprint)
  expect(pushed.map(({ fingerprint }) => fingerprint?.[0])).toEqual(['f', 'a', 'f'])
})

test('[A6] asking for ledgers of records that are not there remembers nothing', async () => {
  const { ledgers, store } = await start()
  expect(await ledgers.get('nobodys-record')).toEqual(emptyLedger)
  expect(await store.ledgers.list()).toEqual([])
})
