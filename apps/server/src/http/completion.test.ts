import { problemSchema, versionsSchema } from '@colophon/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rawClientOn } from '../sync/testing/raw-client.js'
import type { Browser } from '../testing/browser.js'
import { type Desk, ledgerIn, openDesk } from '../testing/desk.js'
import { connect } from '../testing/sockets.js'
import { startTestServer, type TestServer } from '../testing/test-server.js'

const roles = ['pm', 'tech-lead', 'qa', 'devops']

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
  for (const role of roles) await desk.ask(role, member)
})

const codeOf = async (response: Response) => [response.status, problemSchema.parse(await response.json()).code]
const enter = (browser: Browser) => rawClientOn(connect(server, desk.id, browser.credentials()))

async function signAll(): Promise<void> {
  for (const role of roles) expect((await desk.sign(member, role)).status).toBe(200)
}

describe('completing', () => {
  test('[G5] needs every required role on the text as it is, and names those that are missing', async () => {
    await desk.sign(member, 'pm')
    await desk.sign(member, 'qa')
    const refused = await desk.complete(member)
    expect(refused.status).toBe(409)
    await expect(refused.json()).resolves.toMatchObject({
      code: 'sign-offs-missing',
      detail: expect.stringContaining('Technical Lead, DevOps'),
    })
    await signAll()
    await desk.write('Changed')
    expect(await codeOf(await desk.complete(member))).toEqual([409, 'sign-offs-missing'])
    expect((await desk.ledger()).locked).toBe(false)
  })

  test('[G5] does without roles that are optional, and not without an objection being heard', async () => {
    for (const role of ['tech-lead', 'devops']) await admin.send('PUT', desk.at(`/roles/${role}`), { required: false })
    await desk.sign(member, 'pm')
    await desk.sign(member, 'qa', { decision: 'decline', comment: 'Untested.' })
    expect(await codeOf(await desk.complete(member))).toEqual([409, 'sign-offs-missing'])
    await desk.sign(member, 'qa')
    expect((await desk.complete(member)).status).toBe(200)
  })

  test('[G1] [G5] is refused on another text than the one that was seen', async () => {
    await signAll()
    const fingerprint = await desk.fingerprint()
    await desk.write('Moved')
    expect(await codeOf(await desk.complete(member, { fingerprint }))).toEqual([409, 'record-moved'])
  })

  test('[G5] locks the record for everybody who has it open, and keeps its file as a version', async () => {
    await signAll()
    const writer = await enter(member)
    await writer.sync()
    const fingerprint = await desk.fingerprint()
    expect((await ledgerIn(await desk.complete(member, { name: 'Release 1.4' }))).status).toBe('completed')
    await writer.until(() => writer.ledgers.at(-1)?.locked === true)
    await writer.until(() => writer.notices.some(({ kind }) => kind === 'read-only'))
    const file = await desk.markdown('?status=live')
    const before = writer.saved()
    writer.edit((text) => text.insert(0, 'too late'))
    await writer.sync()
    expect(writer.saved()).toBe(before)
    expect(await desk.fingerprint()).toBe(fingerprint)
    const late = await enter(admin)
    await late.until(() => late.notices.some(({ kind }) => kind === 'read-only'))
    expect(await codeOf(await admin.send('PATCH', desk.at(), { title: 'Renamed' }))).toEqual([409, 'record-locked'])
    expect(await codeOf(await desk.sign(member, 'pm', { decision: 'withdraw' }))).toEqual([409, 'record-locked'])
    expect(await codeOf(await desk.ask('pm', admin))).toEqual([409, 'record-locked'])
    expect(await codeOf(await desk.complete(member))).toEqual([409, 'record-locked'])

    const { versions } = versionsSchema.parse(await (await member.get(desk.at('/versions'))).json())
    expect(versions).toMatchObject([{ number: 1, name: 'Release 1.4', person: { name: 'Member' }, fingerprint }])
    const kept = await member.get(desk.at('/versions/1/markdown'))
    expect(kept.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(await kept.text()).toBe(file)
    expect(file).toContain('status: "completed"')
    expect(file).toContain('- **QA Lead**: Member (')
  })

  test('[G5] while people write either takes their words in or refuses them, and never half', async () => {
    await signAll()
    const writer = await enter(member)
    await writer.until(() => writer.saved() === 1)
    writer.edit((text) => text.insert(0, 'a word that does not print'))
    const completed = desk.complete(member)
    for (let turn = 0; turn < 20; turn += 1) writer.edit((text) => text.insert(0, '.'))
    expect((await completed).status).toBe(200)
    await writer.sync()
    const others = await enter(admin)
    await others.sync()
    const dots = others.text().split('.').length - 1
    expect(writer.saved()).toBe(others.text().includes('a word') ? 2 + dots : 1)
  })
})

describe('a completed record', () => {
  test('[G5] is reopened by an owner with a reason; its version and signatures stay, and people write on', async () => {
    await signAll()
    const writer = await enter(member)
    await desk.complete(member)
    expect(await codeOf(await member.send('POST', desk.at('/reopen'), { reason: 'A typo' }))).toEqual([403, 'no-right'])
    expect(await codeOf(await admin.send('POST', desk.at('/reopen'), { reason: ' ' }))).toEqual([
      400,
      'invalid-request',
    ])
    const ledger = await ledgerIn(await admin.send('POST', desk.at('/reopen'), { reason: 'A typo in the summary' }))
    expect(ledger).toMatchObject({ locked: false, status: 'in review', versions: [{ number: 1 }] })
    expect(ledger.signoffs.every(({ decision }) => decision?.kind === 'approved')).toBe(true)
    await writer.closed
    const back = await enter(member)
    back.edit((text) => text.insert(0, 'mended'))
    await back.until(() => back.saved() > 0)
    expect(await codeOf(await admin.send('POST', desk.at('/reopen'), { reason: 'Again' }))).toEqual([
      409,
      'record-open',
    ])
    await desk.write('Rate limits, mended')
    await signAll()
    await desk.complete(member)
    expect((await desk.ledger()).versions.map(({ number, name }) => [number, name])).toEqual([
      [1, 'Version 1'],
      [2, 'Version 2'],
    ])
    expect(await (await member.get(desk.at('/versions/1/markdown'))).text()).toContain('# Rate limits -')
    expect((await member.get(desk.at('/versions/3/markdown'))).status).toBe(404)
  })
})

test('[G3] everybody who has the record open hears that a decision is stale, and that it is current again', async () => {
  await desk.write('As approved')
  await desk.sign(member, 'qa')
  const reader = await enter(admin)
  const isCurrent = () => {
    const ledger = reader.ledgers.at(-1)
    const decision = ledger?.signoffs.find(({ role }) => role === 'qa')?.decision
    return decision !== undefined && decision !== null && decision.fingerprint === ledger?.fingerprint
  }
  await reader.until(isCurrent)
  await desk.write('As changed')
  await reader.until(() => !isCurrent())
  await desk.write('As approved')
  await reader.until(isCurrent)
})
