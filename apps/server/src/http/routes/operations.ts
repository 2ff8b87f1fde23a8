import { healthSchema } from '@colophon/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Metrics } from '../../metrics.js'
import type { StoreHealth } from '../../store/store.js'

/** For those who run the place. */
export function operationRoutes(parts: { metrics: Metrics; storeHealth: () => StoreHealth }): FastifyPluginAsyncZod {
  return async (app) => {
    // 200 even while the store fails: a restart, which is what a probe's failure brings, would lose what memory still holds.
    app.get(
      '/health',
      {
        config: { access: { who: 'anyone' } },
        logLevel: 'warn',
        schema: { summary: 'Whether the process runs and its store works', response: { 200: healthSchema } },
      },
      async () => {
        const health = parts.storeHealth()
        switch (health.state) {
          case 'ok':
            return { status: 'ok' as const, store: { state: health.state } }
          case 'failing':
            return { status: 'degraded' as const, store: { state: health.state, since: health.since.toISOString() } }
          default:
            throw health satisfies never
        }
      },
    )

    app.get(
      '/metrics',
      { config: { access: { who: 'admin' } }, logLevel: 'warn', schema: { summary: 'Prometheus metrics' } },
      async (_request, reply) => reply.type(parts.metrics.contentType).send(await parts.metrics.print()),
    )
  }
}
