import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './passwords.js'

test('[A3] a password is kept as an Argon2id hash with its own salt', async () => {
  const password = 'correct horse battery'
  const [one, two] = await Promise.all([hashPassword(password), hashPassword(password)])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
  await expect(verifyPassword({ hash: one, password })).resolves.toBe(true)
  await expect(verifyPassword({ hash: one, password: 'correct horse' })).resolves.toBe(false)
})

test('a password is the same however the keyboard composes its accents', async () => {
  const hash = await hashPassword('caf\u00e9-au-lait')
  await expect(verifyPassword({ hash, password: 'cafe\u0301-au-lait' })).resolves.toBe(true)
})
