import {
  inspectInvitationSchema,
  invitationInfoSchema,
  invitationSchema,
  inviteSchema,
  peopleSchema,
} from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Accounts } from '../../identity/accounts.js'
import type { Invitations } from '../../identity/invitations.js'
import type { Links } from '../../identity/links.js'
import type { Workspace } from '../../identity/workspace.js'
import { callerOf } from '../guard.js'
import { Problem } from '../problem.js'
import { fewAMinute } from '../rate-limit.js'

/** Who is in the workspace, and how others get in. */
export function invitationRoutes(parts: {
  accounts: Accounts
  invitations: Invitations
  links: Links
  workspace: Workspace
}): FastifyPluginAsyncZod {
  const { accounts, invitations, links, workspace } = parts

  return async (app) => {
    app.get(
      '/api/v1/people',
      {
        config: { access: { who: 'viewer' } },
        schema: { summary: 'Everybody in the workspace', response: { 200: peopleSchema } },
      },
      async () => ({ people: await accounts.list() }),
    )

    app.post(
      '/api/v1/invitations',
      {
        config: { access: { who: 'member' } },
        schema: { summary: 'A link that lets one person in', body: inviteSchema, response: { 201: invitationSchema } },
      },
      async (request, reply) => {
        const { identity } = callerOf(request)
        const { role } = request.body
        if (role === 'admin' && identity.role !== 'admin') {
          throw new Problem(403, 'not-allowed', 'Only an admin may invite an admin. No link was made.')
        }
        const createdBy = { id: identity.id, name: identity.name }
        const { token, expiresAt } = await invitations.issue({ role, first: false, createdBy })
        return reply.code(201).send({ url: links.invitation(token), expiresAt })
      },
    )

    app.post(
      '/api/v1/invitations/inspect',
      {
        config: { access: { who: 'anyone' }, rateLimit: fewAMinute(60) },
        schema: {
          summary: 'What a link stands for',
          body: inspectInvitationSchema,
          response: { 200: invitationInfoSchema },
        },
      },
      (request) => workspace.inspect(request.body.token),
    )
  }
}
