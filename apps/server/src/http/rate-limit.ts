import type { limits } from '@colophon/protocol'
import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personBehind } from '../identity/person-behind.js'
import { Problem } from './problem.js'

/** How many requests a minute there may be. */
export type RequestRates = Readonly<Record<keyof typeof limits.requestsPerMinute, number>>

/**
 * Counts requests by address. To be called before anybody is asked who they are, which costs more than to count; lets
 * routes say `rateLimit: fewAMinute(n)` as well.
 * @see docs/spec.md A3, A7
 */
export async function limitAddresses(app: FastifyInstance, { address }: RequestRates): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => tooOften(ttl),
  })
  const count = app.createRateLimit({ max: address, timeWindow: minuteMs })
  app.addHook('onRequest', async (request, reply) => {
    // One page is dozens of these, and all an office behind one address may come at nine.
    if (!request.url.startsWith('/assets/')) refuseIfExceeded(await count(request), reply)
  })
}

/** Counts requests by person. To be called after the guard. @see docs/spec.md A7 */
export function limitPeople(app: FastifyInstance, { person }: RequestRates): void {
  const count = app.createRateLimit({ max: person, timeWindow: minuteMs, keyGenerator: counted })
  app.addHook('onRequest', async (request, reply) => {
    if (personOf(request) !== undefined) refuseIfExceeded(await count(request), reply)
  })
}

/** For calls that could be used to guess a secret; by address. */
export function fewAMinute(max: number): RateLimitOptions {
  return { max, timeWindow: minuteMs }
}

/** For what costs more than to look something up; by person. The service account is the operator's own and has no limit. */
export function aMinuteEach(max: number): RateLimitOptions {
  return {
    max,
    timeWindow: minuteMs,
    keyGenerator: counted,
    allowList: ({ caller }) => caller?.identity.kind === 'service',
  }
}

const minuteMs = 60_000

const personOf = ({ caller }: FastifyRequest) => (caller ? personBehind(caller.identity) : undefined)

const counted = (request: FastifyRequest) => personOf(request) ?? request.ip

type Count = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>

function refuseIfExceeded(count: Count, reply: FastifyReply): void {
  if (count.isAllowed || !count.isExceeded) return
  reply.header('retry-after', count.ttlInSeconds)
  throw tooOften(count.ttl)
}

function tooOften(waitMs: number): Problem {
  return new Problem(
    429,
    'too-many-tries',
    `That was tried too often from here. Nothing was changed. Try again in ${Math.ceil(waitMs / 1000)} seconds.`,
  )
}
