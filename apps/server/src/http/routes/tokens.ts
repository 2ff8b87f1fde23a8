import { closeCode, createTokenSchema, newTokenSchema, secretIdSchema, tokensSchema } from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { ApiTokens } from '../../identity/api-tokens.js'
import type { Identity, Rooms } from '../../sync/rooms.js'
import { callerOf } from '../guard.js'
import { notFound, Problem } from '../problem.js'

/** What scripts sign in with. No token makes, sees or revokes another. */
export function tokenRoutes({ tokens, rooms }: { tokens: ApiTokens; rooms: Rooms }): FastifyPluginAsyncZod {
  /** One's own; an admin's are all of them. */
  async function seenBy({ id, role }: Identity) {
    return (await tokens.list()).filter(({ createdBy }) => role === 'admin' || createdBy.id === id)
  }

  return async (app) => {
    app.post(
      '/api/v1/tokens',
      {
        config: { access: { who: 'viewer', personOnly: true } },
        schema: {
          summary: 'A token for a script; its secret is told this once',
          body: createTokenSchema,
          response: { 201: newTokenSchema },
        },
      },
      async (request, reply) => {
        const { id, name, role } = callerOf(request).identity
        if (role === 'viewer' && request.body.scope === 'write') {
          throw new Problem(403, 'not-allowed', 'You may only read, so a token of yours may too. None was made.')
        }
        return reply.code(201).send(await tokens.issue({ id, name }, request.body))
      },
    )

    app.get(
      '/api/v1/tokens',
      {
        config: { access: { who: 'viewer', noTokens: true } },
        schema: { summary: 'One’s own tokens, or as an admin all', response: { 200: tokensSchema } },
      },
      async (request) => ({ tokens: await seenBy(callerOf(request).identity) }),
    )

    app.delete(
      '/api/v1/tokens/:id',
      {
        config: { access: { who: 'viewer', noTokens: true } },
        schema: {
          summary: 'Make a token worthless: one’s own, or as an admin any',
          params: z.object({ id: secretIdSchema }),
          response: { 204: z.void() },
        },
      },
      async (request, reply) => {
        const { id } = request.params
        const own = await seenBy(callerOf(request).identity)
        if (!own.some((token) => token.id === id) || !(await tokens.revoke(id))) throw notFound
        rooms.dismiss(id, closeCode.rightRevoked, 'The token was revoked.')
        return reply.code(204).send()
      },
    )
  }
}
