import { problemSchema, syncType } from '@colophon/protocol'
import { assign, assigneesOf, slotFragment } from '@colophon/template'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSyncFrame } from '../sync/sockets/sync-frame.js'
import { type RawClient, rawClientOn } from '../sync/testing/raw-client.js'
import type { Browser } from '../testing/browser.js'
import { type Desk, idOf, openDesk } from '../testing/desk.js'
import { connect } from '../testing/sockets.js'
import { adminToken, startTestServer, type TestServer } from '../testing/test-server.js'

/** Every way to a signature that we could think of, tried by somebody who may write in the record. */
let server: TestServer
let admin: Browser
let signer: Browser
let mallory: Browser
let desk: Desk

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  signer = await server.person('member')
  const account = { name: 'Mallory', email: 'mallory@colophon.example', password: 'of no good will' }
  mallory = await server.person('member', account)
})
afterAll(() => server.close())

beforeEach(async () => {
  desk = await openDesk(admin, { title: 'Payroll' })
  await desk.ask('pm', signer)
})

const codeOf = async (response: Response) => problemSchema.parse(await response.json()).code
const enter = (browser: Browser): Promise<RawClient> => rawClientOn(connect(server, desk.id, browser.credentials()))

/** Sends what `change` makes of the document as an editor would, and waits until it is stored. */
async function write(client: RawClient, change: (doc: Y.Doc) => void): Promise<void> {
  const before = client.saved()
  const updates: Uint8Array[] = []
  client.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') updates.push(update)
  })
  client.doc.transact(() => change(client.doc))
  client.send(encodeSyncFrame(syncType.update, Y.mergeUpdates(updates)))
  await client.until(() => client.saved() > before)
}

test('[G4] writing a name into the document, wherever, puts none into the file or the ledger', async () => {
  const client = await enter(mallory)
  await client.sync()
  const file = await desk.markdown()
  await write(client, (doc) => {
    for (const name of ['PM_SIGNOFF', 'PM_SIGNOFF_DATE', 'signoff:pm']) {
      doc.getXmlFragment(`slot:${name}`).insert(0, [new Y.XmlText('Member')])
    }
    doc.getMap('ledger').set('signoffs', [{ role: 'pm', decision: { kind: 'approved' } }])
    doc.getMap('record').set('signoffs', { pm: { name: 'Member', date: '2026-01-01' } })
    doc.getMap('record').set('status', 'completed')
  })
  expect(await desk.markdown()).toBe(file)
  expect((await desk.line('pm')).decision).toBeNull()
})

test('[G3] putting another template under a record is seen by whoever signed it', async () => {
  await desk.sign(signer, 'pm')
  const client = await enter(mallory)
  await client.sync()
  await write(client, (doc) => {
    doc.getMap('record').set('template', '# Something else\n\n- **PM**: {{PM_SIGNOFF}} ({{PM_SIGNOFF_DATE}})\n')
  })
  expect(await desk.markdown()).not.toContain('Member (')
})

test('[G1] signing as a role one was not asked for, or in the name of somebody else, is refused', async () => {
  const asSigner = { userId: await idOf(signer), person: { id: await idOf(signer), name: 'Member' } }
  expect(await codeOf(await desk.sign(mallory, 'pm', asSigner))).toBe('not-eligible')
  expect(await codeOf(await desk.sign(mallory, 'qa'))).toBe('not-eligible')
})

test('[G1] asking oneself to sign takes an owner', async () => {
  expect(await codeOf(await mallory.send('PUT', desk.at('/roles/pm'), { userId: await idOf(mallory) }))).toBe(
    'no-right',
  )
  const share = { userId: await idOf(mallory), right: 'owner' }
  expect(await codeOf(await mallory.send('PATCH', desk.at('/sharing'), share))).toBe('no-right')
})

test('[G1] signing what one has not seen is refused, however old the text', async () => {
  const seen = await desk.fingerprint()
  await desk.write('Payroll, doubled')
  expect(await codeOf(await desk.sign(signer, 'pm', { fingerprint: seen }))).toBe('record-moved')
})

test('[G1] [G3] changing the text in the moment of signing leaves a signature that does not cover it', async () => {
  const client = await enter(mallory)
  await client.sync()
  const [signed] = await Promise.all([desk.sign(signer, 'pm'), write(client, (doc) => void typeTitle(doc, 'doubled'))])
  const decision = signed.status === 200 ? (await desk.line('pm')).decision : null
  expect(decision?.fingerprint).not.toBe(await desk.fingerprint())
  expect(await desk.markdown()).toContain('{{PM_SIGNOFF}}')
})

test('[G4] replaying a signature does not bring it back after it was withdrawn on another text', async () => {
  const fingerprint = await desk.fingerprint()
  const body = { role: 'pm', decision: 'approve', fingerprint }
  await signer.send('POST', desk.at('/signoffs'), body)
  await desk.sign(signer, 'pm', { decision: 'withdraw' })
  await desk.write('Payroll, changed')
  expect(await codeOf(await signer.send('POST', desk.at('/signoffs'), body))).toBe('record-moved')
  expect(await codeOf(await mallory.send('POST', desk.at('/signoffs'), body))).toBe('not-eligible')
  expect((await desk.line('pm')).decision).toBeNull()
})

test('[G4] backdating is not possible: the time is the server’s', async () => {
  const before = new Date().toISOString()
  await desk.sign(signer, 'pm', { at: '2020-01-01T00:00:00.000Z', date: '2020-01-01' })
  expect((await desk.line('pm')).decision?.at.localeCompare(before)).toBeGreaterThanOrEqual(0)
})

test('[G4] nobody takes back or overwrites the signature of somebody else', async () => {
  await desk.ask('pm', signer, mallory)
  await desk.sign(signer, 'pm')
  expect(await codeOf(await desk.sign(mallory, 'pm', { decision: 'withdraw' }))).toBe('not-yours')
  expect(await codeOf(await desk.sign(mallory, 'pm'))).toBe('already-signed')
  expect(await codeOf(await desk.sign(mallory, 'pm', { decision: 'decline', comment: 'No.' }))).toBe('already-signed')
  expect((await desk.line('pm')).decision?.person.name).toBe('Member')
})

test('[G1] [A3] neither a token nor a foreign page signs', async () => {
  const fingerprint = await desk.fingerprint()
  const body = JSON.stringify({ role: 'pm', decision: 'approve', fingerprint })
  const headers = { 'content-type': 'application/json' }
  const token = await server.tokenOf(signer, 'write')
  expect(await codeOf(await token.request(desk.at('/signoffs'), { method: 'POST', headers, body }))).toBe(
    'not-a-person',
  )
  const service = server.script({ authorization: `Bearer ${adminToken}` })
  expect(await codeOf(await service.request(desk.at('/signoffs'), { method: 'POST', headers, body }))).toBe(
    'not-a-person',
  )
  const foreign = { ...headers, origin: 'https://evil.example' }
  expect(await codeOf(await signer.request(desk.at('/signoffs'), { method: 'POST', headers: foreign, body }))).toBe(
    'origin-foreign',
  )
  expect((await desk.line('pm')).decision).toBeNull()
})

test('[G1] somebody who was deactivated signs nothing, and what they signed stands', async () => {
  const account = { name: 'Leaver', email: 'leaver@colophon.example', password: 'on the last day' }
  const leaver = await server.person('member', account)
  await desk.ask('qa', leaver)
  await desk.ask('devops', leaver)
  await desk.sign(leaver, 'qa')
  await admin.send('PATCH', `/api/v1/people/${await idOf(leaver)}`, { active: false })
  expect(await codeOf(await desk.sign(leaver, 'devops'))).toBe('signed-out')
  expect((await desk.line('qa')).decision?.person.name).toBe('Leaver')
})

test('[G5] a locked record is neither written in, nor signed, nor shared out to more signers', async () => {
  for (const role of ['tech-lead', 'qa', 'devops'])
    await admin.send('PUT', desk.at(`/roles/${role}`), { required: false })
  await desk.sign(signer, 'pm')
  const client = await enter(mallory)
  await client.sync()
  expect((await desk.complete(admin)).status).toBe(200)
  const fingerprint = await desk.fingerprint()
  client.doc.transact(() => typeTitle(client.doc, 'doubled'))
  assign(client.doc, ['@FEATURE_NAME'], 'mallory')
  client.send(encodeSyncFrame(syncType.update, Y.encodeStateAsUpdate(client.doc)))
  client.send(encodeSyncFrame(syncType.step2, Y.encodeStateAsUpdate(client.doc)))
  await client.sync()
  expect(await desk.fingerprint()).toBe(fingerprint)
  const reader = await enter(signer)
  await reader.sync()
  expect(assigneesOf(reader.doc).size).toBe(0)
  expect(await codeOf(await desk.sign(signer, 'pm', { decision: 'withdraw' }))).toBe('record-locked')
  expect(await codeOf(await desk.ask('qa', mallory))).toBe('record-locked')
  expect(await codeOf(await mallory.send('POST', desk.at('/reopen'), { reason: 'Mine' }))).toBe('no-right')
})

test('[U6] [G3] a slot that is given, taken back and given anew reaches the others, and leaves a signature as it was', async () => {
  const signed = await desk.fingerprint()
  await desk.sign(signer, 'pm')
  const client = await enter(mallory)
  await client.sync()
  for (const person of ['grace', null, 'ada']) {
    const before = Y.encodeStateVector(client.doc)
    assign(client.doc, ['@FEATURE_NAME', '@VERSION'], person)
    client.send(encodeSyncFrame(syncType.update, Y.encodeStateAsUpdate(client.doc, before)))
  }
  // The answer to the server's own question is counted, too.
  await client.until(() => client.saved() === 4)
  const reader = await enter(signer)
  await reader.sync()
  expect([...assigneesOf(reader.doc)]).toEqual([
    ['@FEATURE_NAME', 'ada'],
    ['@VERSION', 'ada'],
  ])
  expect(await desk.fingerprint()).toBe(signed)
  expect((await desk.line('pm')).decision?.fingerprint).toBe(signed)
})

test('[G1] where the workspace wants the password with a signature, a stolen page alone signs nothing', async () => {
  await admin.send('PATCH', '/api/v1/workspace', { passwordToSign: true })
  try {
    expect(await codeOf(await desk.sign(signer, 'pm'))).toBe('password-missing')
    expect(await codeOf(await desk.sign(signer, 'pm', { password: 'a guess of ten' }))).toBe('password-wrong')
    expect((await desk.sign(signer, 'pm', { password: 'password of member' })).status).toBe(200)
  } finally {
    await admin.send('PATCH', '/api/v1/workspace', { passwordToSign: false })
  }
})

function typeTitle(doc: Y.Doc, words: string): void {
  const [line] = slotFragment(doc, 'FEATURE_NAME').toArray()
  if (line instanceof Y.XmlElement) line.insert(0, [new Y.XmlText(words)])
}
