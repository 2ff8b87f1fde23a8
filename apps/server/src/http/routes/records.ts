import {
  createRecordSchema,
  limits,
  listRecordsQuerySchema,
  patchRecordSchema,
  recordDetailsSchema,
  recordIdSchema,
  recordListSchema,
  templatesSchema,
} from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Creation } from '../../records/creation.js'
import type { Records } from '../../records/records.js'
import type { Templates } from '../../records/templates.js'
import { callerOf } from '../guard.js'
import { aMinuteEach } from '../rate-limit.js'

export const recordParams = z.object({ id: recordIdSchema })

/** Records as a whole: make, list, look up, rename, archive, delete and take back. */
export function recordRoutes(parts: {
  records: Records
  creation: Creation
  templates: Templates
}): FastifyPluginAsyncZod {
  const { records, creation, templates } = parts

  return async (app) => {
    app.post(
      '/api/v1/records',
      {
        config: {
          access: { who: 'member' },
          dear: true,
          rateLimit: aMinuteEach(limits.requestsPerMinute.making),
        },
        schema: { summary: 'A new record', body: createRecordSchema, response: { 201: recordDetailsSchema } },
      },
      async (request, reply) => {
        const { identity } = callerOf(request)
        const recordId = await creation.create(request.body, identity)
        return reply.code(201).send(await records.details(recordId, identity))
      },
    )

    app.get(
      '/api/v1/records',
      {
        config: { access: { who: 'viewer' } },
        schema: {
          summary: 'The records, newest change first',
          querystring: listRecordsQuerySchema,
          response: { 200: recordListSchema },
        },
      },
      async (request) => ({ records: await records.list(request.query, callerOf(request).identity) }),
    )

    app.get(
      '/api/v1/records/:id',
      {
        config: { access: { who: 'viewer', record: 'viewer' } },
        schema: {
          summary: 'One record, with its completeness and sign-offs',
          params: recordParams,
          response: { 200: recordDetailsSchema },
        },
      },
      (request) => records.details(request.params.id, callerOf(request).identity),
    )

    app.patch(
      '/api/v1/records/:id',
      {
        config: { access: { who: 'viewer', record: 'editor' } },
        schema: {
          summary: 'Rename or archive',
          params: recordParams,
          body: patchRecordSchema,
          response: { 200: recordDetailsSchema },
        },
      },
      (request) => records.change(request.params.id, request.body, callerOf(request).identity),
    )

    app.delete(
      '/api/v1/records/:id',
      {
        config: { access: { who: 'viewer', record: 'owner' } },
        schema: {
          summary: 'Delete; it can be restored for 30 days',
          params: recordParams,
          response: { 204: z.void() },
        },
      },
      async (request, reply) => {
        await records.delete(request.params.id)
        return reply.code(204).send()
      },
    )

    app.post(
      '/api/v1/records/:id/restore',
      {
        config: { access: { who: 'viewer', record: 'owner', deleted: true } },
        schema: { summary: 'Take a deleted record back', params: recordParams, response: { 200: recordDetailsSchema } },
      },
      (request) => records.restore(request.params.id, callerOf(request).identity),
    )

    app.get(
      '/api/v1/templates',
      {
        config: { access: { who: 'viewer' } },
        schema: { summary: 'What a record can be made from', response: { 200: templatesSchema } },
      },
      async () => ({ templates: (await templates.list()).map(({ id, name }) => ({ id, name })) }),
    )
  }
}
