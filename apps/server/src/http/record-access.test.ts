import { closeCode, encodeServerFrame, frameType, syncType } from '@colophon/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSyncFrame } from '../sync/sockets/sync-frame.js'
import { rawClientOn } from '../sync/testing/raw-client.js'
import type { Browser } from '../testing/browser.js'
import { type Desk, idOf, openDesk } from '../testing/desk.js'
import { isGranted } from '../testing/granted.js'
import { type RecordGroup, recordRoutes } from '../testing/record-routes.js'
import { connect, refusal } from '../testing/sockets.js'
import { adminToken, startTestServer, type TestServer } from '../testing/test-server.js'

const reads: RecordGroup[] = ['reader', 'readingPerson']
const edits: RecordGroup[] = [...reads, 'editor', 'editingPerson']
const owns: RecordGroup[] = [...edits, 'owner', 'owningPerson']

/** What people and tokens may do with a record that is open to nobody but those who are named in it. */
const mayWithRecord: Record<string, RecordGroup[]> = {
  anonymous: [],
  'a member who is not named': [],
  'a viewer who is not named': [],
  'a viewer': reads,
  'somebody who is asked to sign': reads,
  'an editor': edits,
  'an editor who is a viewer of the workspace': edits,
  'an owner': owns,
  admin: owns,
  'the service account': ['reader', 'editor', 'owner'],
  'a reading token of an owner': ['reader'],
  'a writing token of an owner': ['reader', 'editor', 'owner'],
  'a reading token of a viewer': ['reader'],
  'a wrong token': [],
}

let server: TestServer
let admin: Browser
let people: Record<string, Browser>
let desk: Desk

beforeAll(async () => {
  server = await startTestServer()
  admin = await server.setUp()
  const person = (role: 'member' | 'viewer', name: string) => {
    const email = `${name.replaceAll(' ', '-')}@colophon.example`
    return server.person(role, { name, email, password: `password of ${name}` })
  }
  const [viewer, owner] = [await person('viewer', 'a viewer'), await person('member', 'an owner')]
  people = {
    anonymous: server.browser(),
    'a member who is not named': await person('member', 'a member who is not named'),
    'a viewer who is not named': await person('viewer', 'a viewer who is not named'),
    'a viewer': viewer,
    'somebody who is asked to sign': await person('member', 'somebody who is asked to sign'),
    'an editor': await person('member', 'an editor'),
    'an editor who is a viewer of the workspace': await person('viewer', 'an editor who is a viewer'),
    'an owner': owner,
    admin,
    'the service account': server.script({ authorization: `Bearer ${adminToken}` }),
    'a reading token of an owner': await server.tokenOf(owner, 'read'),
    'a writing token of an owner': await server.tokenOf(owner, 'write'),
    'a reading token of a viewer': await server.tokenOf(viewer, 'read'),
    'a wrong token': server.script({ authorization: `Bearer ${'x'.repeat(40)}` }),
  }
})
afterAll(() => server.close())

/** A record that only those may see who are named in it. */
beforeEach(async () => {
  desk = await openDesk(admin)
  await admin.send('PATCH', desk.at('/sharing'), { everyone: null })
  await desk.ask('qa', called('somebody who is asked to sign'))
  await share('a viewer', 'viewer')
  await share('an editor', 'editor')
  await share('an editor who is a viewer of the workspace', 'editor')
  await share('an owner', 'owner')
})

function called(name: string): Browser {
  const browser = people[name]
  if (browser === undefined) throw new Error(`Nobody is called ${name}.`)
  return browser
}

async function share(name: string, right: string | null): Promise<Response> {
  return admin.send('PATCH', desk.at('/sharing'), { userId: await idOf(called(name)), right })
}

describe('a record', () => {
  test.each(Object.keys(mayWithRecord))('[A2] %s may use exactly the routes meant for them', async (name) => {
    const granted = new Set<string>()
    for (const route of Object.values(recordRoutes).flat()) {
      const [method = '', path = ''] = route.split(' ')
      const address = path.replace(':id', desk.id).replace(':role', 'qa').replace(':number', '1')
      if (await isGranted(called(name), method, address)) granted.add(route)
    }
    expect(granted).toEqual(new Set(mayWithRecord[name]?.flatMap((group) => recordRoutes[group])))
  })
})

describe('a record’s socket', () => {
  const open = (name: string) => rawClientOn(connect(server, desk.id, called(name).credentials()))
  const outsiders = Object.keys(mayWithRecord).filter((name) => mayWithRecord[name]?.length === 0)
  const insiders = Object.keys(mayWithRecord).filter((name) => !outsiders.includes(name))
  const writes = (name: string) => mayWithRecord[name]?.includes('editor') === true

  test.each(outsiders)('[A2] %s has none', async (name) => {
    const status = await refusal(connect(server, desk.id, called(name).credentials()))
    expect(status).toBe(['anonymous', 'a wrong token'].includes(name) ? 401 : 403)
  })

  test.each(insiders)('[A2] [A4] %s hears everything, and changes the record only with the right to', async (name) => {
    const [watcher, client] = [await open('admin'), await open(name)]
    await Promise.all([watcher.sync(), client.sync()])
    client.edit((text) => text.insert(0, 'an update'))
    client.send(encodeSyncFrame(syncType.step2, Y.encodeStateAsUpdate(client.doc)))
    client.sendAwareness({ user: { id: 'somebody', name: 'Somebody Else' } })
    await watcher.until(() => watcher.awareness.getStates().has(client.doc.clientID))
    expect(JSON.stringify(watcher.awareness.getStates().get(client.doc.clientID))).not.toContain('Somebody Else')
    // Whatever came before is answered before this is.
    await client.sync()
    watcher.edit((text) => text.insert(0, '.'))
    await client.until(() => client.text().includes('.'))
    expect(watcher.text().includes('an update')).toBe(writes(name))
    expect(client.saved() > 0).toBe(writes(name))
    expect(client.notices.some(({ kind }) => kind === 'read-only')).toBe(!writes(name))
  })

  test.each(insiders)('[A2] [G4] no frame of %s changes the ledger', async (name) => {
    const before = await desk.ledger()
    for (const type of [frameType.auth, frameType.saved, frameType.ledger, frameType.notice, frameType.position]) {
      const client = await open(name)
      const forged = { ...before, version: 99, locked: true, status: 'completed' as const }
      const body = encodeServerFrame({ type: 'ledger', ledger: forged }).subarray(1)
      client.send(Uint8Array.from([type, ...body]))
      expect((await client.closed).code).toBe(closeCode.policy)
    }
    expect(await desk.ledger()).toEqual(before)
  })

  test('[A2] whoever loses their right is shown out, and whoever may write no more reads on', async () => {
    const [editor, viewer] = [await open('an editor'), await open('a viewer')]
    await share('an editor', 'viewer')
    await share('a viewer', null)
    expect((await editor.closed).code).toBe(closeCode.rightsChanged)
    expect((await viewer.closed).code).toBe(closeCode.rightRevoked)
    const again = await open('an editor')
    await again.until(() => again.notices.some(({ kind }) => kind === 'read-only'))
    expect(await refusal(connect(server, desk.id, called('a viewer').credentials()))).toBe(403)
  })
})
