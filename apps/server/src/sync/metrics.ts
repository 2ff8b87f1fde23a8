import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What the rooms count. */
export interface RoomMetrics {
  roomOpened(): void
  roomClosed(): void
  joined(): void
  left(): void
  /** A batch is durable. */
  stored(batch: { updates: number; bytes: number; seconds: number }): void
  storeFailed(): void
  /** A socket was closed for a frame that no honest client sends. */
  frameRefused(): void
}

/** Counts for `GET /metrics`. */
export function createRoomMetrics(registry: Registry): RoomMetrics {
  const registers = [registry]
  const rooms = new Gauge({ name: 'colophon_rooms_open', help: 'Records that are loaded', registers })
  const connections = new Gauge({ name: 'colophon_connections', help: 'Sockets in rooms', registers })
  const updates = new Counter({ name: 'colophon_updates_stored_total', help: 'Edits made durable', registers })
  const bytes = new Counter({
    name: 'colophon_update_bytes_stored_total',
    help: 'Bytes of edits made durable',
    registers,
  })
  const failures = new Counter({
    name: 'colophon_store_failures_total',
    help: 'Writes that failed and are retried',
    registers,
  })
  const refused = new Counter({
    name: 'colophon_frames_refused_total',
    help: 'Sockets closed for a bad frame',
    registers,
  })
  const seconds = new Histogram({
    name: 'colophon_store_append_seconds',
    help: 'Time for a batch of edits to become durable',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  })
  return {
    roomOpened: () => rooms.inc(),
    roomClosed: () => rooms.dec(),
    joined: () => connections.inc(),
    left: () => connections.dec(),
    stored(batch) {
      updates.inc(batch.updates)
      bytes.inc(batch.bytes)
      seconds.observe(batch.seconds)
    },
    storeFailed: () => failures.inc(),
    frameRefused: () => refused.inc(),
  }
}
