import {
  inspectInvitationSchema,
  invitationInfoSchema,
  invitationSchema,
  inviteSchema,
  openInvitationsSchema,
  secretIdSchema,
} from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { mayInvite } from '../../identity/access.js'
import type { Invitations } from '../../identity/invitations.js'
import type { Links } from '../../identity/links.js'
import type { Workspace } from '../../identity/workspace.js'
import { callerOf } from '../guard.js'
import { notFound, Problem } from '../problem.js'
import { fewAMinute } from '../rate-limit.js'

/** How others get into the workspace. */
export function invitationRoutes(parts: {
  invitations: Invitations
  links: Links
  workspace: Workspace
}): FastifyPluginAsyncZod {
  const { invitations, links, workspace } = parts

  return async (app) => {
    app.get(
      '/api/v1/invitations',
      {
        config: { access: { who: 'member', noTokens: true } },
        schema: { summary: 'Links that nobody has taken yet', response: { 200: openInvitationsSchema } },
      },
      async () => ({ invitations: await invitations.open() }),
    )

    app.post(
      '/api/v1/invitations',
      {
        config: { access: { who: 'member', noTokens: true } },
        schema: { summary: 'A link that lets one person in', body: inviteSchema, response: { 201: invitationSchema } },
      },
      async (request, reply) => {
        const { identity } = callerOf(request)
        const { role, expiresInDays } = request.body
        if (!mayInvite(identity, role)) {
          throw new Problem(403, 'not-allowed', 'Only an admin may invite an admin. No link was made.')
        }
        const createdBy = { id: identity.id, name: identity.name }
        const { token, expiresAt } = await invitations.issue({ role, first: false, createdBy }, expiresInDays)
        return reply.code(201).send({ url: links.invitation(token), expiresAt })
      },
    )

    app.delete(
      '/api/v1/invitations/:id',
      {
        config: { access: { who: 'member', noTokens: true } },
        schema: {
          summary: 'Make a link worthless: one’s own, or as an admin any',
          params: z.object({ id: secretIdSchema }),
          response: { 204: z.void() },
        },
      },
      async (request, reply) => {
        const { identity } = callerOf(request)
        const invitation = (await invitations.open()).find(({ id }) => id === request.params.id)
        if (!invitation) throw notFound
        if (identity.role !== 'admin' && invitation.createdBy?.id !== identity.id) {
          throw new Problem(403, 'not-yours', 'Only an admin may withdraw somebody else’s invitation. It still works.')
        }
        await invitations.withdraw(({ id }) => id === invitation.id)
        return reply.code(204).send()
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
