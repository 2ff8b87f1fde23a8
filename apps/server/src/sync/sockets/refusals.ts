import { StoreError } from '../../store/store-error.js'
import { RecordMissing, RoomsBusy, RoomsClosed } from '../sync-error.js'
import type { Refusal } from './refusal.js'

/** Why upgrades are refused, in the words that people read. */
export const refusals = {
  notFound: {
    status: 404,
    code: 'record-missing',
    detail: 'There is no such record. It may have been deleted; nothing else was changed.',
  },
  foreignOrigin: {
    status: 403,
    code: 'origin-refused',
    detail: 'Records are opened from this server’s own pages only. Open Colophon at its own address.',
  },
  noRight: {
    status: 403,
    code: 'no-right',
    detail: 'You have no access to this record. Ask one of its owners; nothing was changed.',
  },
  badHandshake: {
    status: 400,
    code: 'bad-handshake',
    detail: 'The address says something of the page that no page says. Nothing was changed; reload the page.',
  },
  badUpgrade: {
    status: 400,
    code: 'bad-upgrade',
    detail:
      'The request does not open a WebSocket as RFC 6455 has it (version 13). Nothing was changed; use another client.',
    headers: { 'Sec-WebSocket-Version': '13' },
  },
  unavailable: {
    status: 503,
    code: 'unavailable',
    detail: 'The record cannot be opened at the moment. What was saved is safe; try again shortly.',
    retryAfter: 2,
  },
  busy: {
    status: 503,
    code: 'server-busy',
    detail:
      'The server has more to do than it can, and opens no more records just now. What was saved is safe, and the page tries again by itself.',
    retryAfter: 5,
  },
  'too-many-on-record': {
    status: 429,
    code: 'too-many-on-record',
    detail: 'You have this record open too many times. Close some of its pages and try again; nothing was lost.',
  },
  'too-many': {
    status: 429,
    code: 'too-many-open',
    detail: 'You have too many records open at once. Close some of the pages and try again; nothing was lost.',
  },
} as const satisfies Record<string, Refusal>

/** @param waitMs when the next may come */
export function tooOften(waitMs: number): Refusal {
  const retryAfter = Math.ceil(waitMs / 1_000)
  const detail = `Records were opened too often from here. What was saved is safe; try again in ${retryAfter} seconds.`
  return { status: 429, code: 'too-many-tries', detail, retryAfter }
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof RecordMissing) return refusals.notFound
  if (error instanceof RoomsBusy) return refusals.busy
  if (error instanceof StoreError || error instanceof RoomsClosed) return { ...refusals.unavailable, code: error.code }
  return refusals.unavailable
}
