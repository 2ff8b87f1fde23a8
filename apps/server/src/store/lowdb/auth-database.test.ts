import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLog } from '../../log.js'
import { temporaryFolder } from '../testing/temporary-folder.js'
import { openLowdbStore } from './open.js'
import { authOver } from './testing/auth.js'

const log = createLog('silent')
const ada = { name: 'Ada', email: 'ada@colophon.test', password: 'a long enough password' }

test('[D1] somebody who has signed up is on the disk, and signs in after a restart', async () => {
  const folder = await temporaryFolder()
  let store = await openLowdbStore(folder, log)
  const { token, user } = await authOver(store).api.signUpEmail({ body: ada })
  expect(await readFile(join(folder, 'colophon.json'), 'utf8')).toContain(user.id)
  await store.close()

  store = await openLowdbStore(folder, log)
  const auth = authOver(store)
  const session = await auth.api.getSession({ headers: new Headers({ cookie: await signedCookie(auth, token) }) })
  expect(session?.user).toMatchObject({ id: user.id, email: ada.email })
  expect(session?.user.createdAt).toBeInstanceOf(Date)
  await expect(auth.api.signInEmail({ body: { ...ada, password: 'another password' } })).rejects.toThrow()
  await store.close()
})

test('a text that looks like a date stays a text, and a date stays a date', async () => {
  const folder = await temporaryFolder()
  let store = await openLowdbStore(folder, log)
  const name = '2026-01-02T03:04:05.000Z'
  await authOver(store).api.signUpEmail({ body: { ...ada, name } })
  await store.close()
  store = await openLowdbStore(folder, log)
  const { user } = await authOver(store).api.signInEmail({ body: ada })
  expect(user.name).toBe(name)
  expect(user.createdAt).toBeInstanceOf(Date)
  await store.close()
})

/** Signs in once more, because a session's token travels signed. */
async function signedCookie(auth: ReturnType<typeof authOver>, token: string | null): Promise<string> {
  expect(token).not.toBeNull()
  const response = await auth.api.signInEmail({ body: ada, asResponse: true })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
