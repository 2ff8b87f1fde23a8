import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { RunningServer } from '../../../server.js'

const indexSchema = z.looseObject({
  auth: z.looseObject({ user: z.array(z.looseObject({ email: z.string(), role: z.string() })) }),
})

/** Lets somebody read only. Nobody is invited as that, so it is done as an operator would: in the file, while nothing runs. */
export async function makeViewer(server: RunningServer, email: string): Promise<void> {
  await server.end('SIGTERM')
  const path = join(server.dataDir, 'colophon.json')
  const index = indexSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  const users = index.auth.user.map((user) => (user.email === email ? { ...user, role: 'viewer' } : user))
  await writeFile(path, JSON.stringify({ ...index, auth: { ...index.auth, user: users } }))
  await server.start()
}
