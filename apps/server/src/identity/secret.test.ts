import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSecret, SecretError } from './secret.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'colophon-secret-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('[A3] the cookie secret is made once and can be read by its owner alone', async () => {
  const secret = await loadSecret(folder)
  expect(secret).toMatch(/^[0-9a-f]{64}$/)
  await expect(loadSecret(folder)).resolves.toBe(secret)
  const { mode } = await stat(join(folder, 'secret'))
  expect(mode & 0o777).toBe(0o600)
})

test('a damaged secret is refused by name and left as it is', async () => {
  const path = join(folder, 'secret')
  await writeFile(path, 'torn')
  await expect(loadSecret(folder)).rejects.toThrow(SecretError)
  await expect(loadSecret(folder)).rejects.toThrow(path)
  await expect(readFile(path, 'utf8')).resolves.toBe('torn')
})
