import { fingerprintSchema, limits, markdownQuerySchema } from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { PackedTemplates } from '../../records/packed-templates.js'
import type { Records } from '../../records/records.js'
import type { Texts } from '../../signoffs/texts.js'
import { callerOf } from '../guard.js'
import { aMinuteEach } from '../rate-limit.js'
import { recordParams } from './records.js'

/** What a record says. */
export function contentRoutes(parts: {
  records: Records
  texts: Pick<Texts, 'present'>
  packedTemplates: PackedTemplates
}): FastifyPluginAsyncZod {
  const { records, texts, packedTemplates } = parts

  return async (app) => {
    app.get(
      '/api/v1/records/:id/markdown',
      {
        config: {
          access: { who: 'viewer', record: 'viewer' },
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
      '/api/v1/records/:id/template',
      {
        config: { access: { who: 'viewer', record: 'viewer' } },
        schema: {
          summary:
            'The template of a record as a page needs it, parsed; its form belongs to this version of the server',
          params: recordParams,
          produces: ['text/plain'],
        },
      },
      async (request, reply) => {
        const { text, gzipped } = await packedTemplates.ofRecord(request.params.id)
        void reply.type('text/plain; charset=utf-8').header('vary', 'accept-encoding')
        if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(text)
        return reply.header('content-encoding', 'gzip').send(gzipped)
      },
    )

    app.get(
      '/api/v1/records/:id/fingerprint',
      {
        config: {
          access: { who: 'viewer', record: 'viewer' },
          dear: true,
          rateLimit: aMinuteEach(limits.requestsPerMinute.reading),
        },
        schema: {
          summary: 'The SHA-256 of what a sign-off would cover',
          params: recordParams,
          response: { 200: fingerprintSchema },
        },
      },
      async (request) => {
        // What somebody has read can be compared with what it became while they were reading.
        const { fingerprint } = await texts.present(request.params.id)
        return { fingerprint }
      },
    )

    app.post(
      '/api/v1/records/:id/exports',
      {
        config: {
          access: { who: 'viewer', record: 'viewer' },
          dear: true,
          rateLimit: aMinuteEach(limits.requestsPerMinute.reading),
        },
        schema: {
          summary: 'The same file, given out for good: the record’s log remembers it',
          params: recordParams,
          body: markdownQuerySchema,
          produces: ['text/markdown'],
          response: { 200: z.string() },
        },
      },
      async (request, reply) => {
        const { identity } = callerOf(request)
        const text = await records.export(request.params.id, request.body, identity)
        return reply.type('text/markdown; charset=utf-8').send(text)
      },
    )
  }
}
