import { Counter, type Registry } from 'prom-client'
import type { Refusal } from './refusal.js'

/** What the way in counts. */
export interface SocketMetrics {
  /** An upgrade was answered with a refusal instead of a socket. */
  upgradeRefused(refusal: Pick<Refusal, 'status' | 'code'>): void
}

/**
 * Counts for `GET /metrics`. Upgrades pass by what counts requests, so they are counted here; by code as well, since a
 * status has several causes. Codes are the server's own words, so there are no more of them than it has.
 * @see docs/spec.md A7
 */
export function createSocketMetrics(registry: Registry): SocketMetrics {
  const refused = new Counter({
    name: 'colophon_upgrades_refused_total',
    help: 'WebSocket upgrades answered with a refusal',
    labelNames: ['status', 'code'],
    registers: [registry],
  })
  return { upgradeRefused: ({ status, code }) => refused.inc({ status, code }) }
}
