import { type ListRecordsQuery, type RecordStatus, recordStatusSchema } from '@colophon/protocol'

/** What the list's address keeps, so that a filtered list can be shared, reloaded and gone back to. */
export interface RecordsSearch {
  q?: string
  status?: RecordStatus
  archived?: true
  /** Only what waits for one's own sign-off. */
  waiting?: true
}

const queryChars = 200

/** Reads the address of the list; what it does not understand it leaves out. */
export function readRecordsSearch(search: Readonly<Record<string, unknown>>): RecordsSearch {
  const status = recordStatusSchema.safeParse(search.status)
  // The router reads `?q=42` as a number.
  const q = ['string', 'number', 'boolean'].includes(typeof search.q) ? String(search.q).slice(0, queryChars) : ''
  return {
    ...(q === '' ? {} : { q }),
    ...(status.success ? { status: status.data } : {}),
    ...(search.archived === true ? { archived: true } : {}),
    ...(search.waiting === true ? { waiting: true } : {}),
  }
}

/** The same, as the server is asked. What waits for whom it says with each record. */
export function queryOf({ q, status, archived }: RecordsSearch): ListRecordsQuery {
  return {
    ...(q === undefined || q.trim() === '' ? {} : { q: q.trim() }),
    ...(status === undefined ? {} : { status }),
    archived: archived === true ? 'true' : 'false',
  }
}
