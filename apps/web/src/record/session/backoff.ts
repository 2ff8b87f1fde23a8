import type { WebsocketProvider } from 'y-websocket'

/** How long a client stays away before it tries again. */
export interface Backoff {
  /** The record is open again: what went before does not count. */
  succeeded(): void
  /**
   * An open connection was lost, or a new one refused; a page cannot read the `Retry-After` of a refusal, so it stays away
   * for longer at once.
   * @returns milliseconds
   */
  failed(how: 'lost' | 'refused'): number
}

/**
 * Full jitter: anything from nothing to a bound that doubles, so that thousands who lost one server at one moment come
 * back to it one by one.
 * @param random - from 0 to below 1
 * @see docs/spec.md A7
 */
export function createBackoff(random: () => number = Math.random): Backoff {
  let failures = 0
  return {
    succeeded() {
      failures = 0
    },
    failed(how) {
      const bound = Math.min(mostMs, firstMs[how] * 2 ** failures)
      failures += 1
      return random() * bound
    },
  }
}

/** Makes the provider wait so long before its next attempt; to be called when a connection has closed. */
export function waitBeforeNext(
  provider: Pick<WebsocketProvider, 'maxBackoffTime' | 'wsUnsuccessfulReconnects'>,
  waitMs: number,
): void {
  // It waits for the shorter of this and a doubling of its own, which is the same for everybody: so that is made endless.
  provider.wsUnsuccessfulReconnects = endless
  provider.maxBackoffTime = waitMs
}

const firstMs = { lost: 500, refused: 2_000 }
const mostMs = 20_000
const endless = 64
