import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { createRoomMetrics } from './metrics.js'

test('rooms, sockets and writes are counted for Prometheus', async () => {
  const registry = new Registry()
  const metrics = createRoomMetrics(registry)
  metrics.roomOpened()
  metrics.joined()
  metrics.joined()
  metrics.left()
  metrics.stored({ updates: 3, bytes: 120, seconds: 0.002 })
  metrics.storeFailed()
  metrics.frameRefused()
  const text = await registry.metrics()
  for (const line of [
    'colophon_rooms_open 1',
    'colophon_connections 1',
    'colophon_updates_stored_total 3',
    'colophon_update_bytes_stored_total 120',
    'colophon_store_failures_total 1',
    'colophon_frames_refused_total 1',
    'colophon_store_append_seconds_count 1',
  ]) {
    expect(text).toContain(line)
  }
  metrics.roomClosed()
  expect(await registry.metrics()).toContain('colophon_rooms_open 0')
})
