import { type AuditEntry, type AuditLog, readAuditLog, verify } from '@colophon/audit'
import { sealKeySchema } from '@colophon/protocol'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { type Desk, idOf, openDesk } from '../testing/desk.js'
import { startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser
let member: Browser
let desk: Desk

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  member = await server.person('member')
})
afterAll(() => server.close())

beforeEach(async () => {
  desk = await openDesk(admin, { title: 'Rate limits' })
})

const bytes = (text: string) => new TextEncoder().encode(text)
const log = async (): Promise<AuditLog> => readAuditLog(await (await member.get(desk.at('/audit'))).text())

async function exported(query: Record<string, unknown> = {}): Promise<string> {
  const response = await member.send('POST', desk.at('/exports'), query)
  expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  return response.text()
}

test('[G6] the log tells everything that was done, in order, and by whom', async () => {
  await admin.send('PATCH', desk.at('/sharing'), { everyone: 'viewer' })
  await admin.send('PATCH', desk.at('/sharing'), { userId: await idOf(member), right: 'editor' })
  for (const role of ['pm', 'tech-lead', 'qa', 'devops']) await desk.ask(role, member)
  await desk.sign(member, 'pm', { decision: 'decline', comment: 'Not yet.' })
  await desk.sign(member, 'pm', { decision: 'withdraw' })
  for (const role of ['pm', 'tech-lead', 'qa', 'devops']) await desk.sign(member, role)
  await desk.complete(member)
  await exported()
  await admin.send('POST', desk.at('/reopen'), { reason: 'A typo' })
  const { entries, record } = await log()
  expect(record).toEqual({ id: desk.id, title: 'Rate limits' })
  expect(entries.map(({ what, actor }) => `${actor.name} ${what.event}`)).toEqual([
    'Ada created',
    'Ada general-access-changed',
    'Ada access-changed',
    'Ada role-assigned',
    'Ada role-assigned',
    'Ada role-assigned',
    'Ada role-assigned',
    'Member declined',
    'Member withdrawn',
    'Member approved',
    'Member approved',
    'Member approved',
    'Member approved',
    'Member completed',
    'Member exported',
    'Ada reopened',
  ])
})

test('[G6] a file that was exported is known byte for byte, with who stands by it, without the server', async () => {
  await desk.ask('qa', member)
  await desk.sign(member, 'qa', { meaning: 'reviewed' })
  const file = await exported({ status: 'live' })
  const { key } = sealKeySchema.parse(await (await member.get('/api/v1/seal')).json())
  expect(verify(bytes(file), await log(), key)).toMatchObject({
    log: { kind: 'whole', key },
    file: { kind: 'given-out' },
    decisions: [{ role: 'qa', words: 'reviewed', isOfThisText: true }],
    unfounded: [],
  })
  const forged = file.replace('{{PM_SIGNOFF}} ({{PM_SIGNOFF_DATE}})', 'Ada (2026-01-01)')
  expect(verify(bytes(forged), await log())).toMatchObject({
    file: { kind: 'text-known' },
    unfounded: [{ name: 'Ada', why: 'nobody has approved as this' }],
  })
})

test('[G6] looking at the file is no export, and adds nothing to the log', async () => {
  await desk.markdown()
  expect((await log()).entries).toHaveLength(1)
})

test('[G6] of a log that was given out no entry can be taken, changed or added unseen', async () => {
  await desk.ask('qa', member)
  await desk.sign(member, 'qa')
  const given = await log()
  const verdicts = (entries: AuditEntry[]) => verify(bytes(''), { ...given, entries }).log.kind
  expect(verdicts([...given.entries])).toBe('whole')
  expect(verdicts(given.entries.slice(0, -1))).toBe('unsealed')
  expect(verdicts(given.entries.slice(1))).toBe('broken')
  expect(verdicts(given.entries.toReversed())).toBe('broken')
  const renamed = given.entries.map((entry) => ({ ...entry, actor: { ...entry.actor, name: 'Eve' } }))
  expect(verdicts(renamed)).toBe('broken')
})

test('[G6] the log as a table has a line for each entry, and no cell that a spreadsheet would run', async () => {
  await desk.ask('qa', member)
  await desk.sign(member, 'qa', { decision: 'decline', comment: '=HYPERLINK("https://evil.example")' })
  const named = await server.person('member', {
    name: '=1+1',
    email: 'formula@colophon.example',
    password: 'a formula as a name',
  })
  await named.send('POST', desk.at('/exports'), {})
  const response = await member.get(desk.at('/audit?format=csv'))
  expect(response.headers.get('content-type')).toContain('text/csv')
  const lines = (await response.text()).trimEnd().split('\r\n')
  expect(lines[0]).toBe('number,at,actor,actorId,kind,event,role,details,hash')
  expect(lines).toHaveLength(5)
  expect(lines.at(-1)).toContain("'=1+1")
})
