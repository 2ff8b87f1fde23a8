import { afterEach, expect, test, vi } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createBackoff, waitBeforeNext } from './backoff.js'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('[A7] the time away is anything up to a bound that doubles, and starts over once the record is open', () => {
  const shortest = createBackoff(() => 0)
  const longest = createBackoff(() => 1)
  expect(Array.from({ length: 8 }, () => shortest.failed('lost'))).toEqual(Array.from({ length: 8 }, () => 0))
  const bounds = Array.from({ length: 8 }, () => longest.failed('lost'))
  expect(bounds).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000])
  longest.succeeded()
  expect(longest.failed('lost')).toBe(500)
})

test('[A7] a client that was refused stays away for longer than one that lost its connection', () => {
  const backoff = createBackoff(() => 1)
  expect([backoff.failed('lost'), backoff.failed('refused'), backoff.failed('refused')]).toEqual([500, 4_000, 8_000])
})

test('[A7] two thousand clients that lost one server come back evenly spread, not in waves', () => {
  const clients = Array.from({ length: 2_000 }, () => createBackoff())
  const waits = clients.map((client) => {
    client.failed('lost')
    return client.failed('refused')
  })
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) => waits.filter((wait) => Math.floor(wait / 400) === tenth).length,
  )
  // 200 each, give or take seven standard deviations.
  for (const count of tenths) expect(Math.abs(count - 200)).toBeLessThan(95)
})

test('[A7] the provider waits exactly as long as it is told, whatever it would have done by itself', async () => {
  vi.useFakeTimers()
  const attempts: number[] = []
  class RefusedSocket extends EventTarget {
    static readonly OPEN = 1
    onclose: ((event: { code: number }) => void) | null = null
    constructor() {
      super()
      attempts.push(Date.now())
      queueMicrotask(() => this.onclose?.({ code: 1006 }))
    }
    close() {
      this.onclose = null
    }
  }
  vi.stubGlobal('WebSocket', RefusedSocket)
  const waits = [1_234, 17, 9_876]
  const provider = new WebsocketProvider('ws://colophon.test', 'record', new Y.Doc(), {
    disableBc: true,
    connect: false,
  })
  let tries = 0
  provider.on('connection-close', () => {
    waitBeforeNext(provider, waits[tries] ?? 1_000_000)
    tries += 1
  })
  provider.connect()
  await vi.advanceTimersByTimeAsync(60_000)
  provider.destroy()
  const gaps = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0))
  expect(gaps).toEqual(waits)
})
