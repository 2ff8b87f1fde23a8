import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { createOrigins } from '../identity/origins.js'
import { guard } from './guard.js'

test('[A2] a route that declares no access stops the start and is named', async () => {
  const app = Fastify()
  guard(app, {
    gate: { identify: async () => undefined },
    origins: createOrigins('http://localhost:4280'),
    rights: { of: async () => null },
  })
  app.get('/forgotten', () => 'open to all')
  await expect(app.ready()).rejects.toThrow('GET /forgotten')
})
