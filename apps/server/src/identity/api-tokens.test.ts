import { mkdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from '@colophon/protocol'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { createLog } from '../log.js'
import { openLowdbStore } from '../store/lowdb/open.js'
import type { Store } from '../store/store.js'
import { temporaryFolder } from '../store/testing/temporary-folder.js'
import { type ApiTokens, createApiTokens, mostTokensEach } from './api-tokens.js'
import { cutExpired } from './token-expiry.js'

const dayMs = 86_400_000
const start = Date.parse('2026-03-01T22:00:00Z')
const ada: Account = { id: 'ada', name: 'Ada', email: 'ada@colophon.example', role: 'admin', active: true }
const build = { name: 'Build server', scope: 'write' } as const

let folder: string
let store: Store
let now: number
let accounts: Map<string, Account>
let tokens: ApiTokens

beforeEach(async () => {
  now = start
  accounts = new Map([[ada.id, ada]])
  folder = await temporaryFolder()
  store = await openLowdbStore(folder, createLog('silent'))
  tokens = createApiTokens({
    rows: store.tokens,
    accounts: { find: async (id) => accounts.get(id) },
    log: createLog('silent'),
    now: () => now,
  })
  return () => store.close()
})

test('[A2] a token is its maker’s, by their present name, and never an admin', async () => {
  const { secret, id } = await tokens.issue(ada, build)
  accounts.set(ada.id, { ...ada, name: 'Ada L.' })
  expect(await tokens.identify(secret)).toEqual({
    kind: 'token',
    id,
    name: 'Build server (Ada L.)',
    role: 'member',
    maker: 'ada',
  })
})

test('[A3] a token runs out to the millisecond, and stays in the list', async () => {
  const { secret, id } = await tokens.issue(ada, { ...build, expiresInDays: 30 })
  now = start + 30 * dayMs - 1
  expect(await tokens.identify(secret)).toBeDefined()
  now += 1
  expect(await tokens.identify(secret)).toBeUndefined()
  expect((await tokens.list()).map((token) => token.id)).toEqual([id])
})

test('[A3] what is no token opens nothing, nor does the hash that is stored', async () => {
  const { secret } = await tokens.issue(ada, build)
  const [row] = await store.tokens.list()
  for (const attempt of ['', 'colophon_', secret.slice(0, -1), secret.slice(9), `colophon_${row?.id}`, row?.id ?? '']) {
    expect(await tokens.identify(attempt)).toBeUndefined()
  }
})

test('[A3] a token is worth nothing while its maker is not active or not there', async () => {
  const { secret } = await tokens.issue(ada, build)
  accounts.set(ada.id, { ...ada, active: false })
  expect(await tokens.identify(secret)).toBeUndefined()
  accounts.delete(ada.id)
  expect(await tokens.identify(secret)).toBeUndefined()
})

test('a token’s last use is remembered to the day, with one write a day', async () => {
  const puts: string[] = []
  const rows: Store['tokens'] = {
    ...store.tokens,
    async put(row) {
      puts.push(row.lastUsedOn ?? 'never')
      await store.tokens.put(row)
    },
  }
  const watched = createApiTokens({
    rows,
    accounts: { find: async () => ada },
    log: createLog('silent'),
    now: () => now,
  })
  const { secret } = await watched.issue(ada, build)
  const askOften = () => Promise.all(Array.from({ length: 20 }, () => watched.identify(secret)))
  await askOften()
  await askOften()
  await expect.poll(async () => (await store.tokens.list())[0]?.lastUsedOn).toBe('2026-03-01')
  now = start + 3 * 3_600_000
  await askOften()
  await expect.poll(async () => (await store.tokens.list())[0]?.lastUsedOn).toBe('2026-03-02')
  expect(puts).toEqual(['never', '2026-03-01', '2026-03-02'])
})

test('[A3] a token that is revoked while it is used is gone', async () => {
  const { secret, id } = await tokens.issue(ada, build)
  await Promise.all([tokens.identify(secret), tokens.revoke(id), tokens.identify(secret)])
  expect(await tokens.identify(secret)).toBeUndefined()
  expect(await store.tokens.list()).toEqual([])
})

test('[D3] a token works while its use cannot be written down', async () => {
  const { secret } = await tokens.issue(ada, build)
  const blocked = join(folder, 'colophon.json.tmp')
  await mkdir(blocked)
  onTestFinished(() => rmdir(blocked))
  expect(await tokens.identify(secret)).toBeDefined()
  await expect.poll(() => store.health().state).toBe('failing')
  expect(await tokens.identify(secret)).toBeDefined()
})

test('[A7] one person has so many tokens and no more, however fast they are asked for', async () => {
  const asked = Array.from({ length: mostTokensEach + 3 }, () => tokens.issue(ada, build))
  const outcomes = await Promise.allSettled(asked)
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []))
  expect(refused).toEqual(Array(3).fill('too-many-tokens'))
  await tokens.issue({ id: 'bob', name: 'Bob' }, build)
})

test('[A2] the sockets of a token are closed when it runs out, once', async () => {
  const { id } = await tokens.issue(ada, { ...build, expiresInDays: 1 })
  await tokens.issue(ada, { ...build, expiresInDays: 2 })
  await tokens.issue(ada, build)
  const cut: string[] = []
  const rooms = { dismiss: (who: string) => void cut.push(who) }
  const end = start + dayMs
  await cutExpired({ tokens, rooms }, start, end - 1)
  expect(cut).toEqual([])
  await cutExpired({ tokens, rooms }, end - 1, end)
  await cutExpired({ tokens, rooms }, end, end + 60_000)
  expect(cut).toEqual([id])
})
