import {
  assignRoleSchema,
  completeSchema,
  ledgerSchema,
  limits,
  reopenSchema,
  shareSchema,
  signSchema,
} from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Completion } from '../../signoffs/completion.js'
import type { Sharing } from '../../signoffs/sharing.js'
import type { Signoffs } from '../../signoffs/signoffs.js'
import { callerOf } from '../guard.js'
import { aMinuteEach } from '../rate-limit.js'
import { recordParams } from './records.js'

/** Who may do what with a record, who signs it, and when it is done. Each answers with the ledger as it is then. */
export function signoffRoutes(parts: {
  signoffs: Signoffs
  sharing: Sharing
  completion: Completion
}): FastifyPluginAsyncZod {
  const { signoffs, sharing, completion } = parts
  const rateLimit = aMinuteEach(limits.requestsPerMinute.making)

  return async (app) => {
    app.post(
      '/api/v1/records/:id/signoffs',
      {
        config: { access: { who: 'viewer', record: 'viewer', personOnly: true }, dear: true, rateLimit },
        schema: {
          summary: 'Approve or decline as a role, or take one’s decision back',
          params: recordParams,
          body: signSchema,
          response: { 200: ledgerSchema },
        },
      },
      (request) => signoffs.sign(request.params.id, request.body, callerOf(request).identity),
    )

    app.put(
      '/api/v1/records/:id/roles/:role',
      {
        config: { access: { who: 'viewer', record: 'owner' } },
        schema: {
          summary: 'Who may sign as a role, and whether the record needs it',
          params: recordParams.extend({ role: z.string().min(1).max(100) }),
          body: assignRoleSchema,
          response: { 200: ledgerSchema },
        },
      },
      (request) => sharing.assign(request.params.id, request.params.role, request.body, callerOf(request).identity),
    )

    app.patch(
      '/api/v1/records/:id/sharing',
      {
        config: { access: { who: 'viewer', record: 'owner' } },
        schema: {
          summary: 'Who may own, edit or view a record',
          params: recordParams,
          body: shareSchema,
          response: { 200: ledgerSchema },
        },
      },
      (request) => sharing.share(request.params.id, request.body, callerOf(request).identity),
    )

    app.post(
      '/api/v1/records/:id/complete',
      {
        config: { access: { who: 'viewer', record: 'editor', personOnly: true }, dear: true, rateLimit },
        schema: {
          summary: 'Lock a record that everybody has signed, and keep it as a version',
          params: recordParams,
          body: completeSchema,
          response: { 200: ledgerSchema },
        },
      },
      (request) => completion.complete(request.params.id, request.body, callerOf(request).identity),
    )

    app.post(
      '/api/v1/records/:id/reopen',
      {
        config: { access: { who: 'viewer', record: 'owner', personOnly: true } },
        schema: {
          summary: 'Take a completed record up again',
          params: recordParams,
          body: reopenSchema,
          response: { 200: ledgerSchema },
        },
      },
      (request) => completion.reopen(request.params.id, request.body.reason, callerOf(request).identity),
    )
  }
}
