import { accountSchema, patchPersonSchema, peopleSchema } from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { People } from '../../identity/people.js'

/** Who is in the workspace, and as what. */
export function peopleRoutes({ people }: { people: People }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/people',
      {
        config: { access: { who: 'viewer' } },
        schema: { summary: 'Everybody in the workspace', response: { 200: peopleSchema } },
      },
      async () => ({ people: await people.list() }),
    )

    app.patch(
      '/api/v1/people/:id',
      {
        config: { access: { who: 'admin' } },
        schema: {
          summary: 'Give somebody another role, deactivate them, or let them in again',
          params: z.object({ id: z.string().max(100) }),
          body: patchPersonSchema,
          response: { 200: accountSchema },
        },
      },
      (request) => people.change(request.params.id, request.body),
    )
  }
}
