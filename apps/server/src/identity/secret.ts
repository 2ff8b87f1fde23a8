import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** The cookie secret cannot be used. */
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
  if (stored === undefined) return createSecret(path)
  const secret = secretSchema.safeParse(stored.trim())
  if (secret.success) return secret.data
  throw new SecretError(`${path} is damaged. Put it back from a backup, or delete it: everybody then signs in again.`)
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

async function createSecret(path: string): Promise<string> {
  const secret = randomBytes(32).toString('hex')
  const draft = `${path}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(`${secret}\n`)
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
