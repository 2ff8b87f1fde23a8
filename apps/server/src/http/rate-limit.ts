import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.js'

/** Lets routes say `rateLimit: fewAMinute(n)`; none is limited by itself. Counts per address. @see docs/spec.md A3 */
export async function limitRates(app: FastifyInstance): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem(
        429,
        'too-many-tries',
        `That was tried too often from here. Nothing was changed. Try again in ${Math.ceil(ttl / 1000)} seconds.`,
      ),
  })
}

/** For calls that could be used to guess a secret. */
export function fewAMinute(max: number): RateLimitOptions {
  return { max, timeWindow: 60_000 }
}
