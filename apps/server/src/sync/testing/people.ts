import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import type { Identity } from '../rooms.js'
import type { Refusal } from '../sockets/refusal.js'

export const ada: Identity = { kind: 'person', id: 'person-ada', name: 'Ada', role: 'member' }
export const grace: Identity = { kind: 'person', id: 'person-grace', name: 'Grace', role: 'member' }
export const edsger: Identity = { kind: 'person', id: 'person-edsger', name: 'Edsger', role: 'viewer' }

/** The header in which a test says who asks; signing in is not these tests' matter. */
export const identityHeader = 'x-test-identity'

const identitySchema = z.object({
  kind: z.enum(['person', 'service']),
  id: z.string(),
  name: z.string(),
  role: z.enum(['admin', 'member', 'viewer']),
})

export function identityOf(request: IncomingMessage): Identity | Refusal {
  const header = request.headers[identityHeader]
  if (typeof header === 'string') return identitySchema.parse(JSON.parse(header))
  return { status: 401, code: 'signed-out', detail: 'Sign in to open the record.' }
}
