import { closeCode } from '@colophon/protocol'
import type { Log } from '../log.js'
import type { Rooms } from '../sync/rooms.js'
import type { ApiTokens } from './api-tokens.js'

interface Parts {
  tokens: Pick<ApiTokens, 'list'>
  rooms: Pick<Rooms, 'dismiss'>
}

/**
 * Once a minute closes the sockets of tokens that have run out: whoever came in with one would stay in.
 * @returns stops it. @param now milliseconds since 1970.
 */
export function followExpiry(parts: Parts & { log: Log }, now: () => number = Date.now): () => void {
  let since = now()
  const timer = setInterval(() => {
    const until = now()
    cutExpired(parts, since, until).catch((error: unknown) =>
      parts.log.error({ err: error }, 'the sockets of tokens that ran out were not closed'),
    )
    since = until
  }, minuteMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** Closes the sockets of tokens that ran out after `since` and by `until`, milliseconds since 1970. */
export async function cutExpired({ tokens, rooms }: Parts, since: number, until: number): Promise<void> {
  for (const { id, expiresAt } of await tokens.list()) {
    const end = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt)
    if (since < end && end <= until) rooms.dismiss(id, closeCode.rightRevoked, 'The token has run out.')
  }
}

const minuteMs = 60_000
