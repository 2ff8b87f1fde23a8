import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isSealKey, newSealKey } from '@colophon/audit'
import { z } from 'zod'

/** A secret of the server's cannot be used. */
export class SecretError extends Error {
  readonly code = 'secret-unusable'
  override readonly name = 'SecretError'
}

/**
 * The key that signs session cookies, 64 hex digits. Made at the first start, readable by its owner alone.
 * @throws SecretError when the file is damaged: replacing it silently would sign everybody out.
 */
export async function loadSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret')
  const stored = await readIfPresent(path)
  if (stored === undefined) return keepSecret(path, randomBytes(32).toString('hex'))
  const secret = secretSchema.safeParse(stored.trim())
  if (secret.success) return secret.data
  throw new SecretError(`${path} is damaged. Put it back from a backup, or delete it: everybody then signs in again.`)
}

/**
 * The private key that seals audit logs, as `@colophon/audit` makes it. Made at the first start, readable by its owner alone.
 * @throws SecretError when the file is damaged: logs that were given out could no longer be told from forged ones.
 */
export async function loadSealKey(dataDir: string): Promise<string> {
  const path = join(dataDir, 'seal-key.pem')
  const stored = await readIfPresent(path)
  if (stored === undefined) return keepSecret(path, newSealKey())
  if (isSealKey(stored)) return stored
  throw new SecretError(
    `${path} is damaged. Put it back from a backup. Without it, delete it: a new key is made, and logs sealed from then on are checked with that.`,
  )
}

const secretSchema = z.string().regex(/^[0-9a-f]{64}$/)

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function keepSecret(path: string, secret: string): Promise<string> {
  const draft = `${path}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(`${secret.trimEnd()}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  const folder = await open(dirname(path))
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
  return secret
}
