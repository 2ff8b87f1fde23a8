import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLog } from '../log.js'
import { openLowdbStore } from '../store/lowdb/open.js'
import type { Store } from '../store/store.js'
import { type Accounts, createAccounts } from './accounts.js'
import { createInvitations, type Invitations } from './invitations.js'
import { createWorkspace, type Workspace } from './workspace.js'

const log = createLog('silent')
const ada = { name: 'Ada', email: 'Ada@colophon.example', password: 'analytical engine' }
const bob = { name: 'Bob', email: 'bob@colophon.example', password: 'another password' }

let folder: string
let store: Store
let now: number
let accounts: Accounts
let invitations: Invitations
let workspace: Workspace

async function open() {
  store = await openLowdbStore(folder, log)
  accounts = createAccounts({
    database: store.authDatabase,
    publicUrl: 'http://localhost:4280',
    trustedOrigins: [],
    secret: 'a'.repeat(64),
    log,
  })
  invitations = createInvitations(store.invitations, () => now)
  workspace = createWorkspace({ accounts, invitations, settings: store.settings })
}

beforeEach(async () => {
  now = Date.now()
  folder = await mkdtemp(join(tmpdir(), 'colophon-workspace-'))
  await open()
})
afterEach(async () => {
  vi.useRealTimers()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

async function setUp(): Promise<void> {
  const token = await workspace.renewSetup()
  if (token === undefined) throw new Error('already set up')
  await workspace.join({ token, workspace: 'Ink & Co', ...ada })
}

function cookieHeader(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') })
}

async function invite(): Promise<string> {
  const { token } = await invitations.issue({ role: 'member', first: false, createdBy: null })
  return token
}

describe('the workspace', () => {
  test('whoever takes the set-up link names it and becomes its admin', async () => {
    await expect(workspace.ready()).resolves.toBe(false)
    await expect(workspace.name()).resolves.toBeNull()
    await setUp()
    await expect(workspace.ready()).resolves.toBe(true)
    await expect(workspace.name()).resolves.toBe('Ink & Co')
    await expect(accounts.list()).resolves.toMatchObject([
      { name: 'Ada', email: 'ada@colophon.example', role: 'admin' },
    ])
  })

  test('[A3] a start before set-up makes the last link worthless, and after it makes none', async () => {
    const first = await workspace.renewSetup()
    const second = await workspace.renewSetup()
    expect(second).not.toBe(first)
    await expect(workspace.inspect(first ?? '')).rejects.toMatchObject({ code: 'invitation-unknown' })
    await expect(workspace.inspect(second ?? '')).resolves.toEqual({ workspace: null, role: 'admin', first: true })
    await workspace.join({ token: second ?? '', workspace: 'Ink & Co', ...ada })
    await expect(workspace.renewSetup()).resolves.toBeUndefined()
  })

  test('[A3] no token stands in any file', async () => {
    await setUp()
    const token = await invite()
    await expect(readFile(join(folder, 'colophon.json'), 'utf8')).resolves.not.toContain(token)
  })

  test('[A3] of many who take one link at the same time, one gets in', async () => {
    await setUp()
    const token = await invite()
    const attempts = ['b', 'c', 'd', 'e'].map((name) =>
      workspace.join({ token, name, email: `${name}@colophon.example`, password: bob.password }),
    )
    const outcomes = await Promise.allSettled(attempts)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(accounts.count()).resolves.toBe(2)
  })

  test('an address that is taken leaves the link as good as it was', async () => {
    await setUp()
    const token = await invite()
    await expect(workspace.join({ token, ...bob, email: 'ADA@colophon.example' })).rejects.toMatchObject({
      code: 'email-taken',
    })
    await expect(workspace.join({ token, ...bob })).resolves.toMatchObject({ name: 'Bob', role: 'member' })
  })

  test('a set-up without a name for the workspace is refused and can be tried again', async () => {
    const token = (await workspace.renewSetup()) ?? ''
    await expect(workspace.join({ token, ...ada })).rejects.toMatchObject({ code: 'workspace-name-missing' })
    await expect(workspace.ready()).resolves.toBe(false)
    await workspace.join({ token, workspace: 'Ink & Co', ...ada })
  })

  test('an invitation cannot rename the workspace', async () => {
    await setUp()
    await workspace.join({ token: await invite(), workspace: 'Mine now', ...bob })
    await expect(workspace.name()).resolves.toBe('Ink & Co')
  })

  test('an invitation runs out after a week', async () => {
    await setUp()
    const token = await invite()
    now += 7 * 86_400_000
    await expect(workspace.inspect(token)).rejects.toMatchObject({ code: 'invitation-unknown' })
    await expect(workspace.join({ token, ...bob })).rejects.toMatchObject({ code: 'invitation-unknown' })
  })

  test('[A3] a session runs out after a week without use, a restart in between or not', async () => {
    await setUp()
    const { cookies } = await accounts.signIn(ada, new Headers())
    const headers = cookieHeader(cookies)
    await store.close()
    await open()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 7 * 86_400_000 + 1_000 })
    await expect(accounts.session(headers, { renew: true })).resolves.toBeUndefined()
  })

  test('a session in use is renewed, and so is its cookie', async () => {
    await setUp()
    const { cookies } = await accounts.signIn(ada, new Headers())
    const headers = cookieHeader(cookies)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 86_400_000 })
    await expect(accounts.session(headers, { renew: false })).resolves.toMatchObject({ cookies: [] })
    const renewed = await accounts.session(headers, { renew: true })
    expect(renewed?.cookies).toHaveLength(1)
    vi.setSystemTime(Date.now() + 6 * 86_400_000)
    await expect(accounts.session(headers, { renew: false })).resolves.toMatchObject({ account: { name: 'Ada' } })
  })

  test('somebody who is signed in can be asked for their password again', async () => {
    await setUp()
    const [person] = await accounts.list()
    const asked = [ada.password, bob.password, '', 'x'.repeat(10_000)].map((attempt) =>
      accounts.checkPassword(person?.id ?? '', attempt),
    )
    expect(await Promise.all(asked)).toEqual([true, false, false, false])
    await expect(accounts.checkPassword('nobody', ada.password)).resolves.toBe(false)
  })

  test('what nobody has changed stays as it is, also when the place is set up', async () => {
    await expect(workspace.settings()).resolves.toEqual({ name: '', passwordToSign: false })
    await workspace.change({ passwordToSign: true })
    await setUp()
    await expect(workspace.settings()).resolves.toEqual({ name: 'Ink & Co', passwordToSign: true })
    await expect(workspace.change({ name: 'Quill' })).resolves.toEqual({ name: 'Quill', passwordToSign: true })
    await store.close()
    await open()
    await expect(workspace.settings()).resolves.toEqual({ name: 'Quill', passwordToSign: true })
  })

  test('people of an older folder, where nobody could be deactivated, are active', async () => {
    await setUp()
    await store.close()
    const path = join(folder, 'colophon.json')
    const index = JSON.parse(await readFile(path, 'utf8'))
    for (const user of index.auth.user) delete user.active
    await writeFile(path, JSON.stringify(index))
    await open()
    await expect(accounts.list()).resolves.toMatchObject([{ name: 'Ada', active: true }])
    const { cookies } = await accounts.signIn(ada, new Headers())
    await expect(accounts.session(cookieHeader(cookies), { renew: false })).resolves.toBeDefined()
  })

  test('people, sessions and invitations outlive a restart', async () => {
    await setUp()
    const token = await invite()
    const { cookies } = await accounts.signIn(ada, new Headers())
    const headers = cookieHeader(cookies)
    await store.close()
    await open()
    await expect(accounts.session(headers, { renew: true })).resolves.toMatchObject({ account: { name: 'Ada' } })
    await expect(workspace.join({ token, ...bob })).resolves.toMatchObject({ name: 'Bob' })
  })
})
