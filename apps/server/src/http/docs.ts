import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { withAccess } from './guard.js'

const access = { who: 'viewer' } as const

/** Collects the description of every route that is registered after it. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Colophon',
        version: '1',
        description:
          'Implementation records, written together and signed off. Refusals are `application/problem+json` with a stable `code`.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'colophon.session_token' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    transform: jsonSchemaTransform,
  })
}

/** The description itself and a page to read it on, for people who are signed in. */
export async function serveDocs(app: FastifyInstance): Promise<void> {
  app.get('/api/openapi.json', { config: { access }, schema: { hide: true } }, () => app.swagger())
  await app.register(docsPage)
}

const docsPage = withAccess(access, async (scope) => {
  scope.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'private, no-cache')
  })
  await scope.register(swaggerUi, { routePrefix: '/api/docs' })
})
