import {
  auditQuerySchema,
  changesQuerySchema,
  changesSinceSchema,
  limits,
  sealKeySchema,
  versionsSchema,
  writersQuerySchema,
  writersSchema,
} from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AuditExport } from '../../signoffs/audit-export.js'
import type { Changes } from '../../signoffs/changes.js'
import type { Completion } from '../../signoffs/completion.js'
import type { Ledgers } from '../../signoffs/ledgers.js'
import { Problem } from '../problem.js'
import { aMinuteEach } from '../rate-limit.js'
import { recordParams } from './records.js'

/** What a record was, and what has been done with it. */
export function historyRoutes(parts: {
  ledgers: Pick<Ledgers, 'get'>
  changes: Changes
  completion: Pick<Completion, 'version'>
  audit: AuditExport
}): FastifyPluginAsyncZod {
  const { ledgers, changes, completion, audit } = parts
  const config = {
    access: { who: 'viewer', record: 'viewer' },
    dear: true,
    rateLimit: aMinuteEach(limits.requestsPerMinute.reading),
  } as const

  return async (app) => {
    app.get(
      '/api/v1/records/:id/changes',
      {
        config,
        schema: {
          summary: 'What has changed since a text that somebody decided on, by slot, and who wrote it',
          params: recordParams,
          querystring: changesQuerySchema,
          response: { 200: changesSinceSchema },
        },
      },
      async (request) => {
        const found = await changes.since(request.params.id, request.query.since)
        if (found !== undefined) return found
        throw new Problem(
          404,
          'text-unknown',
          'That text is not kept: nobody decided on it, and it was not read lately.',
        )
      },
    )

    app.get(
      '/api/v1/records/:id/writers',
      {
        config,
        schema: {
          summary: 'Who writes in a record under which Yjs client ids',
          params: recordParams,
          querystring: writersQuerySchema,
          response: { 200: writersSchema },
        },
      },
      async (request) => ({
        writers: await changes.writers(request.params.id, request.query.clients.split(',').map(Number)),
      }),
    )

    app.get(
      '/api/v1/records/:id/versions',
      {
        config: { access: { who: 'viewer', record: 'viewer' } },
        schema: {
          summary: 'The versions that were completed',
          params: recordParams,
          response: { 200: versionsSchema },
        },
      },
      async (request) => ({ versions: (await ledgers.get(request.params.id)).versions }),
    )

    app.get(
      '/api/v1/records/:id/versions/:number/markdown',
      {
        config,
        schema: {
          summary: 'The file of a version, byte for byte as it was completed',
          params: recordParams.extend({ number: z.coerce.number().int().positive() }),
          produces: ['text/markdown'],
          response: { 200: z.string() },
        },
      },
      async (request, reply) => {
        const found = await completion.version(request.params.id, request.params.number)
        if (found === undefined) throw new Problem(404, 'version-unknown', 'This record has no version by that number.')
        return reply.type('text/markdown; charset=utf-8').send(found.markdown)
      },
    )

    app.get(
      '/api/v1/records/:id/audit',
      {
        config,
        schema: {
          summary: 'The record’s log: every decision, change of rights, export, completion and reopening',
          params: recordParams,
          querystring: auditQuerySchema,
          produces: ['application/json', 'text/csv'],
          response: { 200: z.string() },
        },
      },
      async (request, reply) => {
        const { format } = request.query
        const text = await audit.write(request.params.id, format)
        const type = format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8'
        return reply.type(type).send(text)
      },
    )

    app.get(
      '/api/v1/seal',
      {
        config: { access: { who: 'viewer' } },
        schema: { summary: 'The public key of this server’s seal under logs', response: { 200: sealKeySchema } },
      },
      async () => ({ key: audit.publicKey }),
    )
  }
}
