import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client'
import type { StoreHealth } from './store/store.js'

/** What an operator's Prometheus reads. */
export interface Metrics {
  readonly contentType: string
  /** One answered request. @param route its pattern, never the address asked for: that would be unbounded. */
  answered(request: { method: string; route: string; status: number; seconds: number }): void
  /** A dear request was put off. @param cause what there was too much of, such as `eventLoopDelay` */
  putOff(cause: string): void
  print(): Promise<string>
}

/** @param registry where other parts of the server count too. */
export function createMetrics(registry: Registry, storeHealth: () => StoreHealth): Metrics {
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'colophon_http_request_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  const putOff = new Counter({
    name: 'colophon_http_requests_put_off_total',
    help: 'Dear requests answered with 503 while the server had too much to do',
    labelNames: ['cause'],
    registers: [registry],
  })
  new Gauge({
    name: 'colophon_store_ok',
    help: '1 while what people write reaches the disk.',
    registers: [registry],
    collect() {
      this.set(storeHealth().state === 'ok' ? 1 : 0)
    },
  })
  return {
    contentType: registry.contentType,
    answered: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    putOff: (cause) => putOff.inc({ cause }),
    print: () => registry.metrics(),
  }
}
