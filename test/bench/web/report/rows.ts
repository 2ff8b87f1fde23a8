import type { SubjectId } from '../pages/subject.js'

/** One line of the table. */
export interface Row {
  readonly what: string
  /** The name of the figure. */
  readonly figure: string
  readonly unit: 'ms' | 'KB' | '%' | ''
  readonly goals: readonly Goal[]
  /** A figure of the baseline's to set beside it, where it has none of this name. */
  readonly beside?: string
}

export type Goal =
  | { readonly kind: 'at-most'; readonly limit: number }
  | { readonly kind: 'at-most-times'; readonly subject: Exclude<SubjectId, 'colophon'>; readonly times: number }

const atMost = (limit: number): Goal => ({ kind: 'at-most', limit })
const noSlower: Goal = { kind: 'at-most-times', subject: 'baseline', times: 1 }

/** What rule P8 asks for, and what explains it. */
export const rows: readonly Row[] = [
  row('first byte of the document → first slot takes a key', 'keyAfterByteMs', 'ms', [atMost(300), noSlower]),
  row('first byte of the document → all of it can be read', 'readAfterByteMs', 'ms', []),
  row('navigation → all of it can be read', 'readableMs', 'ms', []),
  row('navigation → first slot takes a key', 'keyMs', 'ms', [noSlower]),
  row('key → painted, alone: p50', 'keyP50Ms', 'ms', [noSlower]),
  row('the same: p95', 'keyP95Ms', 'ms', [noSlower]),
  row('main thread’s work for a key, alone', 'keyWorkMs', 'ms', [noSlower]),
  { ...row('key → painted while 30 others type: p50', 'crowdKeyP50Ms', 'ms', []), beside: 'keyP50Ms' },
  { ...row('the same: p95', 'crowdKeyP95Ms', 'ms', [atMost(16)]), beside: 'keyP95Ms' },
  row('main thread busy while 30 others and oneself type', 'crowdBusyPercent', '%', []),
  row('somebody else’s key → on the screen, they alone: p50', 'remoteP50Ms', 'ms', []),
  row('the same: p95', 'remoteP95Ms', 'ms', []),
  row('somebody else’s key → on the screen while 30 type: p50', 'crowdRemoteP50Ms', 'ms', []),
  row('the same: p95', 'crowdRemoteP95Ms', 'ms', []),
  row('JavaScript heap with the sample (9 KB), opened', 'sampleHeapKb', 'KB', []),
  row('the same, read to its end and back', 'sampleReadHeapKb', 'KB', []),
  row('JavaScript heap with a text of 1 MB, opened', 'megabyteHeapKb', 'KB', []),
  row('the same, read to its end and back', 'megabyteReadHeapKb', 'KB', []),
  row('editors on the page then', 'megabyteEditors', '', []),
  { ...row('JavaScript needed to read a record, gzipped', 'readKb', 'KB', [atMost(250)]), beside: 'allKb' },
  row('JavaScript fetched in all, with what writing needs, gzipped', 'allKb', 'KB', []),
  row('JavaScript fetched for the list of records, gzipped', 'listKb', 'KB', [atMost(100)]),
]

function row(what: string, figure: string, unit: Row['unit'], goals: readonly Goal[]): Row {
  return { what, figure, unit, goals }
}
