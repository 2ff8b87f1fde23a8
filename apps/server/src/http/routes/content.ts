import { fingerprintSchema, ledgerSchema, limits, markdownQuerySchema, signSchema } from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Records } from '../../records/records.js'
import type { Signoffs } from '../../signoffs/signoffs.js'
import { callerOf } from '../guard.js'
import { aMinuteEach } from '../rate-limit.js'
import { recordParams } from './records.js'

/** What a record says, and who stands by it. */
export function contentRoutes(parts: { records: Records; signoffs: Signoffs }): FastifyPluginAsyncZod {
  const { records, signoffs } = parts

  return async (app) => {
    app.get(
      '/api/v1/records/:id/markdown',
      {
        config: {
          access: { who: 'viewer' },
          dear: true,
          rateLimit: aMinuteEach(limits.requestsPerMinute.reading),
        },
        schema: {
          summary: 'The file, byte for byte',
          params: recordParams,
          querystring: markdownQuerySchema,
          produces: ['text/markdown'],
          response: { 200: z.string() },
        },
      },
      async (request, reply) => {
        const text = await records.markdown(request.params.id, request.query)
        return reply.type('text/markdown; charset=utf-8').send(text)
      },
    )

    app.get(
      '/api/v1/records/:id/fingerprint',
      {
        config: {
          access: { who: 'viewer' },
          dear: true,
          rateLimit: aMinuteEach(limits.requestsPerMinute.reading),
        },
        schema: {
          summary: 'The SHA-256 of what a sign-off would cover',
          params: recordParams,
          response: { 200: fingerprintSchema },
        },
      },
      async (request) => ({ fingerprint: await signoffs.fingerprint(request.params.id) }),
    )

    app.post(
      '/api/v1/records/:id/signoffs',
      {
        config: { access: { who: 'member', personOnly: true } },
        schema: {
          summary: 'Sign as a role, or take a signature back',
          params: recordParams,
          body: signSchema,
          response: { 200: ledgerSchema },
        },
      },
      (request) => {
        const { id, name } = callerOf(request).identity
        return signoffs.sign(request.params.id, request.body, { id, name })
      },
    )
  }
}
