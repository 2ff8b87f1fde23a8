import { type AuditEntry, beginning, link } from '@colophon/audit'
import { emptyLedger, type Ledger } from '@colophon/protocol'
import type { Log } from '../log.js'
import { createSerial } from '../serial.js'
import type { LedgerRow, Store } from '../store/store.js'
import { encodeEntry, type Happening, readTrail, type Trail, wellFormed } from './audit-trail.js'
import { fold } from './fold.js'
import { publicLedger } from './ledger.js'
import { SignoffError } from './signoff-error.js'

/**
 * Who has decided what, who may, and how far a record has come. The log of a record is the truth; its ledger is folded from
 * it, kept beside it, and brought up to date where a crash came in between.
 * @see docs/spec.md G4, G6
 */
export interface Ledgers {
  get(recordId: string): Promise<Ledger>
  /** All of them, by record. */
  all(): Promise<ReadonlyMap<string, Ledger>>
  /** Begins the log of a new record. */
  begin(recordId: string, happening: Happening): Promise<void>
  /**
   * Adds to a record's log what `decide` makes of its ledger, and to the ledger what follows. One at a time for a record;
   * durable before anybody is shown it. Nothing is changed where `decide` returns `undefined`, or throws.
   * @returns the ledger as it is then. @throws SignoffError `log-broken`
   */
  change(recordId: string, decide: (ledger: Ledger) => Promise<Happening | undefined>): Promise<Ledger>
  /** Takes in what the text is now, where that makes a decision stale or current again. */
  note(recordId: string, fingerprint: string): Promise<void>
  trail(recordId: string): Promise<Trail>
  /** Whether anything is decided in the record. */
  isDecided(recordId: string): boolean
  /** Whether the record takes no changes: it is completed, or somebody is about to complete it. */
  isLocked(recordId: string): boolean
  /** Locks the record until the function that is returned is called. */
  hold(recordId: string): () => void
  remove(recordId: string): Promise<void>
}

/** @param now milliseconds since 1970: the server's clock, never a client's */
export async function createLedgers(parts: {
  rows: Store['ledgers']
  audit: Store['audit']
  /** What a log begins with where the record is older than logs are. */
  origin(row: LedgerRow): Promise<Happening>
  push(recordId: string, ledger: Ledger): void
  log: Log
  now?: () => number
}): Promise<Ledgers> {
  const { rows, audit, origin, push, log, now = Date.now } = parts
  const inTurn = createSerial()
  const checked = new Set<string>()
  const decided = new Set<string>()
  const locked = new Set<string>()
  const held = new Set<string>()

  /** What is asked for every frame. */
  function remember({ id, signoffs, locked: isLocked }: LedgerRow): void {
    mark(
      decided,
      id,
      signoffs.some(({ decision }) => decision !== null),
    )
    mark(locked, id, isLocked)
  }

  async function read(recordId: string): Promise<LedgerRow> {
    return (await rows.get(recordId)) ?? { id: recordId, ...emptyLedger, entries: 0, head: beginning.hash }
  }

  /** The ledger beside its log, compared with it once while this process runs. */
  async function present(recordId: string): Promise<LedgerRow> {
    const row = await read(recordId)
    if (checked.has(recordId)) return row
    const lines = await audit.load(recordId)
    // Nothing is remembered of ids that are nobody's.
    if (lines.length > 0 || row.signoffs.length > 0) checked.add(recordId)
    const trail = readTrail(recordId, lines, { entries: row.entries, head: row.head })
    if (trail.kind === 'broken') {
      log.error({ recordId, why: trail.why }, 'The log of a record is damaged; the record opens, and nobody signs it.')
      return keep({ ...row, version: row.version + 1, refusal: refusalOf(trail.why) })
    }
    const missed = trail.entries.slice(row.entries)
    if (missed.length === 0 && row.refusal === null) return row
    return keep(missed.reduce(folded, { ...row, version: row.version + 1, refusal: null }))
  }

  async function keep(row: LedgerRow): Promise<LedgerRow> {
    await rows.put(row)
    remember(row)
    return row
  }

  async function append(row: LedgerRow, happening: Happening): Promise<LedgerRow> {
    const at = new Date(now()).toISOString()
    const head = { number: row.entries, hash: row.head }
    const entry = link(head, { recordId: row.id, at, ...wellFormed(happening) })
    await audit.append(row.id, encodeEntry(entry))
    try {
      return await keep(folded(row, entry))
    } catch (error) {
      // The log has it, so it has happened: the ledger is read from the log again the next time.
      checked.delete(row.id)
      throw error
    }
  }

  async function change(recordId: string, decide: (ledger: Ledger) => Promise<Happening | undefined>) {
    const row = await present(recordId)
    if (row.refusal !== null) throw new SignoffError('log-broken', `${row.refusal} Nothing was changed.`)
    const happening = await decide(publicLedger(row))
    if (happening === undefined) return publicLedger(row)
    const begun = row.entries === 0 ? await append(row, await origin(row)) : row
    const ledger = publicLedger(await append(begun, happening))
    push(recordId, ledger)
    return ledger
  }

  for (const row of await rows.list()) remember(row)
  return {
    get: (recordId) => inTurn(recordId, async () => publicLedger(await present(recordId))),
    all: async () => new Map((await rows.list()).map((row) => [row.id, publicLedger(row)])),
    begin: (recordId, happening) =>
      inTurn(recordId, async () => {
        await append(await read(recordId), happening)
        checked.add(recordId)
      }),
    change: (recordId, decide) => inTurn(recordId, () => change(recordId, decide)),
    note: (recordId, fingerprint) =>
      inTurn(recordId, async () => {
        const row = await present(recordId)
        const after = { ...row, fingerprint, version: row.version + 1 }
        if (standing(row) === standing(after)) return
        await keep(after)
        push(recordId, publicLedger(after))
      }),
    trail: (recordId) =>
      inTurn(recordId, async () => {
        const { entries, head } = await present(recordId)
        return readTrail(recordId, await audit.load(recordId), { entries, head })
      }),
    isDecided: (recordId) => decided.has(recordId),
    isLocked: (recordId) => locked.has(recordId) || held.has(recordId),
    hold(recordId) {
      held.add(recordId)
      return () => held.delete(recordId)
    },
    remove: (recordId) =>
      inTurn(recordId, async () => {
        for (const set of [checked, decided, locked]) set.delete(recordId)
        await rows.delete(recordId)
        await audit.delete(recordId)
      }),
  }
}

function folded(row: LedgerRow, entry: AuditEntry): LedgerRow {
  const { id, entries: _entries, head: _head, ...ledger } = row
  const after = fold(ledger, entry)
  // What somebody decides on is what the text is.
  const fingerprint = 'fingerprint' in entry.what ? entry.what.fingerprint : after.fingerprint
  return { ...after, fingerprint, id, entries: entry.number, head: entry.hash }
}

function mark(set: Set<string>, id: string, belongs: boolean): void {
  if (belongs) set.add(id)
  else set.delete(id)
}

/** Which decisions are current. */
function standing(ledger: Pick<Ledger, 'signoffs' | 'fingerprint'>): string {
  return ledger.signoffs.map(({ decision }) => Number(decision?.fingerprint === ledger.fingerprint)).join('')
}

function refusalOf(why: string): string {
  return `The log of this record’s sign-offs is damaged: ${why}. Ask whoever runs this server to put it back from a backup.`
}
