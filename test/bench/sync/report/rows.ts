import type { Figures } from '../scenario.js'
import type { PeerId } from '../servers/peer.js'

/** One line of the table. */
export interface Row {
  readonly rule: string
  readonly what: string
  readonly scenario: string
  readonly unit: '' | 'µs' | 'ms' | 'KB' | '/s' | '×'
  /** @returns `undefined` where the peer has no such figure */
  value(figures: Figures): number | undefined
  readonly goals: readonly Goal[]
  /** Why the goal is missed, where that is known: a whole sentence. */
  readonly ifMissed?: string
}

/** Colophon's figure against a peer's, or on its own. */
export type Goal =
  | { kind: 'at-most'; limit: number }
  | { kind: 'at-most-times'; peer: PeerId; times: number }
  | { kind: 'at-least-times'; peer: PeerId; times: number }

/** What rules P1 to P6 ask for, in their order. */
export const rows: readonly Row[] = [
  {
    ...row(
      'P1',
      'four meetings of 30, 5 edits/s each: CPU per delivered message',
      'meetings',
      'µs',
      'cpuPerDeliveryUs',
      [
        { kind: 'at-most-times', peer: 'hocuspocus', times: 0.35 },
        { kind: 'at-most-times', peer: 'relay', times: 0.8 },
      ],
    ),
    ifMissed:
      'A record has a key every 7 ms and an edit is on its way in less than one, so there is little to put together: a write to each socket brings one key and its caret, a third of the cost is those writes, and a sixth is the disk. Waiting 10 ms for the next key cost a quarter less and made P3’s median 5 ms, so it is not done.',
  },
  {
    ...row(
      'P1',
      '500 quiet records of 4, 1 edit/s each: CPU per delivered message',
      'quiet',
      'µs',
      'cpuPerDeliveryUs',
      [{ kind: 'at-most-times', peer: 'hocuspocus', times: 0.8 }],
    ),
    ifMissed:
      'Every edit is stored before it is shown, which is a quarter of its cost here; Hocuspocus stores seconds later (ADR 0006).',
  },
  {
    ...row('P2', '30 writers flat out: deliveries', 'flat-out', '/s', 'deliveriesPerSecond', [
      { kind: 'at-least-times', peer: 'hocuspocus', times: 8 },
      { kind: 'at-least-times', peer: 'relay', times: 5 },
    ]),
    ifMissed: 'Between repetitions Hocuspocus varies by a third here, and the ratio by as much.',
  },
  row('P2', '30 writers flat out: CPU per delivery', 'flat-out', 'µs', 'cpuPerDeliveryUs', []),
  row('P3', 'key to its arrival at the others, at P1’s rate: p50', 'meetings', 'ms', 'p50Ms', [
    { kind: 'at-most', limit: 2 },
  ]),
  row('P3', 'the same: p99', 'meetings', 'ms', 'p99Ms', [{ kind: 'at-most-times', peer: 'hocuspocus', times: 1 }]),
  {
    ...row('P4', 'record of 260,000 edits, opened cold by one: CPU', 'cold-open', 'ms', 'oneMs', [
      { kind: 'at-most', limit: 15 },
    ]),
    ifMissed:
      'Between repetitions it is 17 to 34 ms: most of it is code that runs for the first time and what the start left to be collected. In a process that has done it before, opening takes 10 ms.',
  },
  {
    ...row('P4', 'the same, by fifty at once: CPU', 'cold-open', 'ms', 'fiftyMs', [{ kind: 'at-most', limit: 100 }]),
    ifMissed:
      'Between repetitions it is 77 to 155 ms, for the same reasons; each of the fifty is authorised and sent 300 KB.',
  },
  row('P4', '30,000 keys just typed, opened cold by one: CPU', 'cold-open', 'ms', 'typedMs', [
    { kind: 'at-most', limit: 40 },
  ]),
  row('P5', 'memory of an open, quiet record of 50 KB', 'memory', 'KB', 'recordKb', [{ kind: 'at-most', limit: 100 }]),
  row('P5', 'memory of an idle connection', 'memory', 'KB', 'connectionKb', [{ kind: 'at-most', limit: 15 }]),
  row('P6', 'edit to durable, 50 writers: p50', 'durable', 'ms', 'p50Ms', []),
  row('P6', 'the same: p99', 'durable', 'ms', 'p99Ms', [{ kind: 'at-most', limit: 100 }]),
  row('P6', 'CPU for an edit, until it is stored: new record (13 KB)', 'edit-cost', 'ms', 'smallCpuMs', []),
  row('P6', 'the same: record of 1 MB', 'edit-cost', 'ms', 'largeCpuMs', []),
  {
    ...row('P6', 'the same: growth from one to the other', 'edit-cost', '×', '', [{ kind: 'at-most', limit: 1.2 }]),
    value: ({ smallCpuMs, largeCpuMs }) => quotient(largeCpuMs, smallCpuMs),
  },
  row('P6', 'written to disk for an edit: new record (13 KB)', 'edit-cost', 'KB', 'smallWrittenKb', []),
  row('P6', 'the same: record of 1 MB', 'edit-cost', 'KB', 'largeWrittenKb', []),
  {
    ...row('P6', 'the same: growth from one to the other', 'edit-cost', '×', '', [{ kind: 'at-most', limit: 1.2 }]),
    value: ({ smallWrittenKb, largeWrittenKb }) => quotient(largeWrittenKb, smallWrittenKb),
  },
]

function row(
  rule: string,
  what: string,
  scenario: string,
  unit: Row['unit'],
  figure: string,
  goals: readonly Goal[],
): Row {
  return { rule, what, scenario, unit, goals, value: (figures) => figures[figure] }
}

function quotient(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole === 0 ? undefined : part / whole
}
