import { importResultSchema, limits } from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Creation } from '../../records/creation.js'
import type { Records } from '../../records/records.js'
import { callerOf } from '../guard.js'
import { Problem } from '../problem.js'
import { aMinuteEach } from '../rate-limit.js'

/** A filled Markdown file becomes a record. */
export function importRoutes(parts: { creation: Creation; records: Records }): FastifyPluginAsyncZod {
  return async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('text/markdown', { parseAs: 'buffer', bodyLimit: limits.importBytes }, readText)

    app.post(
      '/api/v1/records/import',
      {
        config: {
          access: { who: 'member' },
          dear: true,
          rateLimit: aMinuteEach(limits.requestsPerMinute.making),
        },
        schema: {
          summary: 'A record out of a filled form of a known template',
          consumes: ['text/markdown'],
          body: z.string(),
          response: { 201: importResultSchema },
        },
      },
      async (request, reply) => {
        const { identity } = callerOf(request)
        const made = await parts.creation.import(request.body, identity)
        const details = await parts.records.details(made.id, identity)
        return reply.code(201).send({ ...details, problems: made.problems })
      },
    )
  }
}

/** Refuses what is not UTF-8, rather than store question marks; keeps a byte order mark, which the file may print again. */
async function readText(_request: unknown, body: Buffer): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  } catch (cause) {
    throw new Problem(
      422,
      'not-utf8',
      'The file is not UTF-8 text. Nothing was stored. Save it as UTF-8 and try again.',
      {
        cause,
      },
    )
  }
}
