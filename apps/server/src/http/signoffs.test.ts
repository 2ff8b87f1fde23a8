import { importResultSchema, problemSchema, recordListSchema } from '@colophon/protocol'
import { implementationRecord } from '@colophon/template'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.js'
import { type Desk, deskOf, idOf, ledgerIn, openDesk } from '../testing/desk.js'
import { adminToken, startTestServer, type TestServer } from '../testing/test-server.js'

let server: TestServer
let admin: Browser
let member: Browser
let viewer: Browser
let desk: Desk

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  member = await server.person('member')
  viewer = await server.person('viewer')
})
afterAll(() => server.close())

beforeEach(async () => {
  desk = await openDesk(admin)
})

const codeOf = async (response: Response) => [response.status, problemSchema.parse(await response.json()).code]

describe('who signs', () => {
  test('[G1] nobody signs a role without being asked to, whoever they are', async () => {
    for (const browser of [admin, member, viewer])
      expect(await codeOf(await desk.sign(browser, 'pm'))).toEqual([403, 'not-eligible'])
    await desk.ask('pm', member)
    const refused = await desk.sign(admin, 'pm')
    await expect(refused.json()).resolves.toMatchObject({ detail: expect.stringContaining('Only Member may sign') })
    expect((await desk.sign(member, 'pm')).status).toBe(200)
  })

  test('[G1] any one of several who are asked is enough, a viewer of the workspace too', async () => {
    await desk.ask('pm', member, viewer)
    expect((await desk.sign(viewer, 'pm')).status).toBe(200)
    expect((await desk.line('pm')).decision?.person.name).toBe('Viewer')
    expect(await codeOf(await desk.sign(member, 'pm'))).toEqual([409, 'already-signed'])
  })

  test('[G1] roles are given to people of the workspace, by an owner of the record', async () => {
    const userId = await idOf(viewer)
    const given = await admin.send('PUT', desk.at('/roles/qa'), { userId, required: false })
    expect((await ledgerIn(given)).signoffs[2]).toMatchObject({ eligible: [{ name: 'Viewer' }], required: false })
    expect(await codeOf(await member.send('PUT', desk.at('/roles/qa'), { userId }))).toEqual([403, 'no-right'])
    expect(await codeOf(await admin.send('PUT', desk.at('/roles/ceo'), { userId }))).toEqual([404, 'role-unknown'])
    const nobody = await admin.send('PUT', desk.at('/roles/qa'), { userId: 'nobody' })
    expect(await codeOf(nobody)).toEqual([422, 'person-unknown'])
    expect((await desk.line('qa')).eligible).toMatchObject([{ name: 'Viewer' }])
  })

  test('[G1] a token never signs', async () => {
    const script = server.script({ authorization: `Bearer ${adminToken}` })
    expect(await codeOf(await desk.sign(script, 'pm'))).toEqual([403, 'not-a-person'])
  })
})

describe('a decision', () => {
  beforeEach(async () => {
    await desk.ask('qa', member)
    await desk.ask('pm', admin, member)
  })

  test('[G1] [G2] names the person, the time, the meaning and the text, and is printed', async () => {
    const fingerprint = await desk.fingerprint()
    const before = Date.now()
    const response = await desk.sign(member, 'qa', { meaning: 'reviewed', comment: 'Tried it on staging.' })
    expect(response.status).toBe(200)
    const { decision } = await desk.line('qa')
    expect(decision).toMatchObject({
      kind: 'approved',
      person: { name: 'Member' },
      meaning: 'reviewed',
      comment: 'Tried it on staging.',
      fingerprint,
    })
    expect(Date.parse(decision?.at ?? '')).toBeGreaterThanOrEqual(before)
    expect(await desk.markdown()).toContain(`- **QA Lead**: Member (${decision?.at.slice(0, 10)})`)
    expect(await desk.markdown()).toContain('{{PM_SIGNOFF}} ({{PM_SIGNOFF_DATE}})')
    await expect(desk.details()).resolves.toMatchObject({ signed: { filled: 1, total: 4 }, status: 'in review' })
  })

  test('[G3] does not change what the record’s fingerprint is', async () => {
    const before = await desk.fingerprint()
    await desk.sign(member, 'qa')
    expect(await desk.fingerprint()).toBe(before)
  })

  test('[G1] on a text that has moved is refused with what changed, and by whom', async () => {
    const seen = await desk.fingerprint()
    await desk.write('Changed meanwhile')
    const response = await desk.sign(member, 'qa', { fingerprint: seen })
    expect(response.status).toBe(409)
    await expect(response.json()).resolves.toMatchObject({
      code: 'record-moved',
      fingerprint: await desk.fingerprint(),
      changes: [{ kind: 'text', before: '', after: 'Changed meanwhile' }],
    })
    expect((await desk.line('qa')).decision).toBeNull()
  })

  test('[G1] on a text that the record never had is refused', async () => {
    const response = await desk.sign(member, 'qa', { fingerprint: 'a'.repeat(64) })
    expect(await codeOf(response)).toEqual([409, 'record-moved'])
  })

  test('[G3] is stale when the text changes, is not printed then, and is current again when it changes back', async () => {
    await desk.write('As approved')
    await desk.sign(member, 'qa')
    const file = await desk.markdown()
    await desk.write('As changed')
    expect(await desk.markdown()).toContain('{{QA_SIGNOFF}}')
    await desk.write('As approved')
    expect(await desk.markdown()).toBe(file)
  })

  test('[G3] that is stale can be made anew, by the same person or another who is asked', async () => {
    await desk.sign(member, 'pm')
    await desk.write('Changed')
    expect((await desk.sign(admin, 'pm')).status).toBe(200)
    expect((await desk.line('pm')).decision?.person.name).toBe('Ada')
    await desk.write('Changed again')
    expect((await desk.sign(admin, 'pm')).status).toBe(200)
    expect((await desk.line('pm')).decision?.fingerprint).toBe(await desk.fingerprint())
  })

  test('[G4] to decline needs a reason, and blocks others until the text changes or it is taken back', async () => {
    expect(await codeOf(await desk.sign(member, 'pm', { decision: 'decline', comment: '  ' }))).toEqual([
      422,
      'reason-missing',
    ])
    await desk.sign(member, 'pm', { decision: 'decline', comment: 'No rollback plan.' })
    expect((await desk.line('pm')).decision).toMatchObject({ kind: 'declined', reason: 'No rollback plan.' })
    expect(await codeOf(await desk.sign(admin, 'pm'))).toEqual([409, 'already-signed'])
    expect((await desk.sign(member, 'pm')).status).toBe(200)
  })

  test('[G4] of somebody who is not asked any more stands as approval, and yields as objection', async () => {
    await desk.sign(member, 'pm', { decision: 'decline', comment: 'Not mine.' })
    await desk.ask('pm', admin)
    expect((await desk.sign(admin, 'pm')).status).toBe(200)
    await desk.ask('pm', member)
    expect(await codeOf(await desk.sign(member, 'pm'))).toEqual([409, 'already-signed'])
  })

  test('[G4] is taken back only by whoever made it', async () => {
    await desk.sign(member, 'pm')
    expect(await codeOf(await desk.sign(admin, 'pm', { decision: 'withdraw' }))).toEqual([403, 'not-yours'])
    expect((await ledgerIn(await desk.sign(member, 'pm', { decision: 'withdraw' }))).signoffs[0]?.decision).toBeNull()
    expect(await codeOf(await desk.sign(member, 'pm', { decision: 'withdraw' }))).toEqual([409, 'not-signed'])
    expect(await desk.markdown()).toBe(implementationRecord)
  })

  test('[G4] that is repeated changes nothing: a replay adds no entry', async () => {
    const fingerprint = await desk.fingerprint()
    const first = await ledgerIn(await desk.sign(member, 'qa', { fingerprint }))
    expect(await ledgerIn(await desk.sign(member, 'qa', { fingerprint }))).toEqual(first)
  })

  test('[G4] takes who and when from the server, whatever the body says', async () => {
    const body = { person: { id: 'somebody', name: 'Somebody Else' }, at: '1999-12-31T00:00:00Z', version: 99 }
    await desk.sign(member, 'pm', body)
    const { decision } = await desk.line('pm')
    expect(decision?.person.name).toBe('Member')
    expect(decision?.at).not.toContain('1999')
  })

  test.each([
    ['an unknown role', 'ceo', 404],
    ['a role by a hostile name', '__proto__', 404],
    ['another hostile name', 'constructor', 404],
  ])('[G4] for %s is refused', async (_what, role, status) => {
    expect(await codeOf(await desk.sign(member, role))).toEqual([status, 'role-unknown'])
  })

  test('[G4] of many who sign at once none is lost, and of two for one role one is', async () => {
    await desk.ask('tech-lead', member)
    await desk.ask('devops', admin)
    const fingerprint = await desk.fingerprint()
    const outcomes = await Promise.all(
      [
        desk.sign(admin, 'pm', { fingerprint }),
        desk.sign(member, 'pm', { fingerprint }),
        desk.sign(member, 'tech-lead', { fingerprint }),
        desk.sign(member, 'qa', { fingerprint }),
        desk.sign(admin, 'devops', { fingerprint }),
      ].map(async (response) => (await response).status),
    )
    expect(outcomes.toSorted()).toEqual([200, 200, 200, 200, 409])
    expect((await desk.details()).signed).toEqual({ filled: 4, total: 4 })
  })
})

test('[G4] what an imported file’s lines say is shown and printed as it was, and signs nothing', async () => {
  const filled = implementationRecord
    .replace('{{PM_SIGNOFF}} ({{PM_SIGNOFF_DATE}})', 'Grace Hopper (2024-02-29)')
    .replace('{{FEATURE_NAME}}', 'Search')
  const response = await admin.request('/api/v1/records/import', {
    method: 'POST',
    headers: { 'content-type': 'text/markdown' },
    body: filled,
  })
  const imported = deskOf(admin, importResultSchema.parse(await response.json()).id)
  expect(await imported.line('pm')).toMatchObject({ decision: null, imported: { name: 'Grace Hopper' } })
  expect((await imported.details()).signed.filled).toBe(0)
  expect(await imported.markdown()).toContain('Grace Hopper (2024-02-29)')
})

test('[G2] what waits for whoever looks stands first in their list, and not in others’', async () => {
  await desk.ask('qa', member)
  await openDesk(admin, { title: 'Newer' })
  const listed = async (browser: Browser) =>
    recordListSchema.parse(await (await browser.get('/api/v1/records')).json()).records
  expect((await listed(member))[0]).toMatchObject({ id: desk.id, waiting: ['QA Lead'] })
  expect((await listed(admin)).find(({ id }) => id === desk.id)?.waiting).toEqual([])
  await desk.sign(member, 'qa')
  expect((await listed(member)).find(({ id }) => id === desk.id)?.waiting).toEqual([])
  await desk.write('Changed')
  await expect.poll(async () => (await listed(member)).find(({ id }) => id === desk.id)?.waiting).toEqual(['QA Lead'])
})
