import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '../../log.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { openLowdbStore } from './open.js'
import { authOver } from './testing/auth.js'

const log = createLog('silent')
const workspace = (name: string) => ({ id: 'workspace' as const, name, passwordToSign: false })

test('[D2] a missing index beside records is refused by name, and no new one is made', async () => {
  const folder = await temporaryFolder()
  const store = await openLowdbStore(folder, log)
  await store.updates.create('index-file-001', Uint8Array.of(1))
  await store.close()
  const index = join(folder, 'colophon.json')
  await rm(index)
  const refusal = { code: 'index-missing', message: expect.stringContaining(index) }
  await expect(openLowdbStore(folder, log)).rejects.toMatchObject(refusal)
  await expect(openLowdbStore(folder, log)).rejects.toMatchObject(refusal)
})

test('[D2] an index from before there were tokens and settings still opens, and is written with them', async () => {
  const folder = await temporaryFolder()
  const store = await openLowdbStore(folder, log)
  await store.settings.put(workspace('Ink & Co'))
  await store.close()
  const index = join(folder, 'colophon.json')
  const { tokens: _tokens, ...older } = JSON.parse(await readFile(index, 'utf8'))
  await writeFile(index, JSON.stringify({ ...older, settings: [{ id: 'workspace', name: 'Ink & Co' }] }))

  const reopened = await openLowdbStore(folder, log)
  expect(await reopened.settings.get('workspace')).toEqual(workspace('Ink & Co'))
  const token = {
    id: 'a'.repeat(64),
    name: 'Build server',
    scope: 'read' as const,
    createdBy: { id: 'p1', name: 'Ada' },
    createdAt: '2026-01-02T03:04:05.000Z',
    expiresAt: null,
    lastUsedOn: null,
  }
  await reopened.tokens.put(token)
  await reopened.close()
  const again = await openLowdbStore(folder, log)
  expect(await again.tokens.list()).toEqual([token])
  await again.close()
})

test('[D2] an index that cannot be read is refused by name, and left as it is', async () => {
  const folder = await temporaryFolder()
  await (await openLowdbStore(folder, log)).close()
  const index = join(folder, 'colophon.json')
  const text = await readFile(index, 'utf8')
  for (const damage of ['', '{', '{}', text.slice(0, -5), text.replace('"version": 1', '"version": 2')]) {
    await writeFile(index, damage)
    await expect(openLowdbStore(folder, log)).rejects.toMatchObject({
      code: 'index-corrupt',
      message: expect.stringContaining(index),
    })
    expect(await readFile(index, 'utf8')).toBe(damage)
  }
})

test('[D1] a row that could not be written is refused, taken back, and can be written later', async () => {
  const folder = await temporaryFolder()
  const store = await openLowdbStore(folder, log)
  await store.settings.put(workspace('Kept'))
  // The index is replaced through this name; a directory there makes every write fail, even for root.
  const blocked = join(folder, 'colophon.json.tmp')
  await mkdir(blocked)
  const attempts = [
    store.settings.put(workspace('Lost')),
    store.settings.put(workspace('Lost too')),
    store.settings.delete('workspace'),
  ]
  const outcomes = await Promise.allSettled(attempts)
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.code)).toEqual(
    Array(3).fill('write-failed'),
  )
  expect(await store.settings.get('workspace')).toEqual(workspace('Kept'))
  expect(store.health().state).toBe('failing')
  await rmdir(blocked)
  await store.settings.put(workspace('Written'))
  expect(store.health()).toEqual({ state: 'ok' })
  await store.close()
  expect(await readFile(join(folder, 'colophon.json'), 'utf8')).toContain('Written')
})

test('[D3] a person who signed up while the disk failed is written later whole, at the latest on closing', async () => {
  const folder = await temporaryFolder()
  const store = await openLowdbStore(folder, log)
  const blocked = join(folder, 'colophon.json.tmp')
  await mkdir(blocked)
  const person = { name: 'Ada', email: 'ada@colophon.test', password: 'a long enough password' }
  await expect(authOver(store).api.signUpEmail({ body: person })).rejects.toThrow()
  expect(store.health().state).toBe('failing')
  await rmdir(blocked)
  await store.close()

  const reopened = await openLowdbStore(folder, log)
  const { user } = await authOver(reopened).api.signInEmail({ body: person })
  expect(user.email).toBe(person.email)
  await reopened.close()
})

test('[D5] rows that are written while the disk is busy share the next write', async () => {
  const folder = await temporaryFolder()
  const store = await openLowdbStore(folder, log)
  const puts = Array.from({ length: 200 }, (_, index) =>
    store.templates.put({ id: `t${index}`, name: 'T', source: '# {{A}}' }),
  )
  await Promise.all(puts)
  expect(await store.templates.list()).toHaveLength(200)
  await store.close()
})
