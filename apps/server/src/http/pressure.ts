import { totalmem } from 'node:os'
import { getHeapStatistics } from 'node:v8'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../metrics.js'
import { Problem } from './problem.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether it makes or reads whole records, and so waits while the server has too much to do. */
    dear?: boolean
  }
}

/** Where the server stops taking in more; 0 for a bound that does not count. */
export interface Pressure {
  /** How long, on average, something waits for its turn of the event loop. */
  maxEventLoopDelay: number
  maxHeapUsedBytes: number
  maxRssBytes: number
  /** How often the three are looked at. */
  sampleInterval: number
}

/**
 * Refuses what is dear while the server has too much to do, so that those who are in, and small things, go on.
 * `app.isUnderPressure()` tells others.
 * @see docs/spec.md A7
 */
export async function shedLoad(
  app: FastifyInstance,
  metrics: Pick<Metrics, 'putOff'>,
  changes: Partial<Pressure> = {},
): Promise<void> {
  await app.register(underPressure, {
    ...usualPressure(),
    ...changes,
    pressureHandler(request, reply, type, value) {
      if (request.routeOptions.config.dear !== true) return
      metrics.putOff(type)
      request.log.warn({ type, value }, 'a request was put off: there is too much to do')
      reply.header('retry-after', retryAfterSeconds)
      throw busy
    },
  })
}

const retryAfterSeconds = 5

const busy = new Problem(
  503,
  'server-busy',
  'The server has more to do than it can just now. Nothing was changed, and what was saved is safe. Try again in a moment.',
)

function usualPressure(): Pressure {
  return {
    // A whole second on average: a start, a busy neighbour on the machine or one dear request is no reason to refuse anybody.
    maxEventLoopDelay: 1_000,
    maxHeapUsedBytes: 0.9 * getHeapStatistics().heap_size_limit,
    maxRssBytes: 0.85 * memoryBytes(),
    sampleInterval: 2_000,
  }
}

/** What this process may have: a container's share, where it has one. */
function memoryBytes(): number {
  const share = process.constrainedMemory()
  return share > 0 ? Math.min(share, totalmem()) : totalmem()
}
