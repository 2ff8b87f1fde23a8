import type { Ledger, Person, Position } from '@colophon/protocol'
import type { BetterAuthOptions } from 'better-auth'

/**
 * Everything durable. One suite (`testing/contract.ts`) holds for every store.
 * Every promise of a write resolves only when what it wrote survives a crash (D1).
 */
export interface Store {
  /** The records' documents, as Yjs updates. */
  readonly updates: UpdateLog
  /** The records' audit logs. */
  readonly audit: AuditLines
  /** What records said when somebody decided on them. */
  readonly texts: TextFiles
  readonly records: Collection<RecordRow>
  readonly ledgers: Collection<LedgerRow>
  readonly templates: Collection<TemplateRow>
  readonly invitations: Collection<InvitationRow>
  readonly tokens: Collection<TokenRow>
  readonly settings: Collection<SettingsRow>
  /** Where better-auth keeps people, accounts and sessions. */
  readonly authDatabase: NonNullable<BetterAuthOptions['database']>
  /** Whether the last write went through. */
  health(): StoreHealth
  /** Waits for writes under way and lets the store go. */
  close(): Promise<void>
}

export type StoreHealth = { state: 'ok' } | { state: 'failing'; since: Date; reason: string }

/**
 * Append-only updates with snapshots: the truth about a record's text. Each store that is opened writes in an epoch of its
 * own, and with a record's entries it keeps which of them were written in which epoch (D8).
 */
export interface UpdateLog {
  /** Stores a new record's first state. @throws StoreError `record-exists` */
  create(recordId: string, state: Uint8Array): Promise<void>
  /** @returns `undefined` where no such record is. @throws StoreError `record-corrupt` */
  load(recordId: string): Promise<StoredRecord | undefined>
  /** Adds updates in order, and whose client ids they brought; one sync for all of it. */
  append(recordId: string, updates: readonly Uint8Array[], owners?: readonly ClientOwner[]): Promise<void>
  /** How many appends the record has seen: the place up to which a snapshot made now reaches. 0 before it is loaded. */
  position(recordId: string): number
  /** The record's last entry and the epoch in which it was written; `undefined` before it is loaded. */
  reached(recordId: string): Position | undefined
  /** Whether the record's past leads through `position`: not so where that was lost and a backup put in its place. */
  leadsThrough(recordId: string, position: Position): boolean
  /** Replaces the snapshot and what was appended up to `position`; what came later stays. */
  compact(recordId: string, snapshot: LaidOut, position: number): Promise<void>
  /** How many bytes of updates stand after the snapshot. */
  journalBytes(recordId: string): number
  delete(recordId: string): Promise<void>
}

/** What happened to each record, a line each: only ever added to, until the record itself goes. */
export interface AuditLines {
  /** The lines that were acknowledged, oldest first; none where nothing happened yet. */
  load(recordId: string): Promise<string[]>
  /** Adds a line, which holds no line feed. @throws StoreError `write-failed`: nothing of it counts */
  append(recordId: string, line: string): Promise<void>
  delete(recordId: string): Promise<void>
}

/** Texts that belong to a record and are read seldom. A name is of small letters, digits and dashes. */
export interface TextFiles {
  get(recordId: string, name: string): Promise<string | undefined>
  put(recordId: string, name: string, text: string): Promise<void>
  /** Removes all of a record's. */
  delete(recordId: string): Promise<void>
}

/** A snapshot, and where what stands in it. */
export interface LaidOut {
  readonly update: Uint8Array
  readonly layout: SnapshotLayout
}

/** Lets a record be opened without reading its snapshot. */
export interface SnapshotLayout {
  /** The structs of each client, from clock 0 to `to`: how many, and their place in the update. */
  readonly clients: readonly {
    readonly client: number
    readonly to: number
    readonly count: number
    readonly start: number
    readonly bytes: number
  }[]
  /** The names of the root types it mentions. */
  readonly roots: readonly string[]
  /** Where its delete set begins. */
  readonly deletesAt: number
}

export interface StoredRecord {
  readonly snapshot: Uint8Array
  /** Absent for a record's first state. */
  readonly layout: SnapshotLayout | undefined
  /** What came since, oldest first. */
  readonly updates: readonly Uint8Array[]
  /** Who wrote under each client id; the ids of the first state belong to nobody (A5). */
  readonly owners: ReadonlyMap<number, string>
}

/** A Yjs client id, and the id of the person who was the first to write with it. */
export interface ClientOwner {
  readonly client: number
  readonly userId: string
}

/** Small rows with an id. Rows are values: what a caller gets is its own copy. */
export interface Collection<Row extends { id: string }> {
  get(id: string): Promise<Row | undefined>
  list(): Promise<Row[]>
  put(row: Row): Promise<void>
  delete(id: string): Promise<void>
}

/** A record's entry in the index. Times are ISO 8601, UTC. */
export interface RecordRow {
  id: string
  /** The title slot's text when last looked at, or what a person named it. */
  title: string
  templateId: string
  createdAt: string
  updatedAt: string
  createdBy: Person
  archived: boolean
  /** Set while the record can still be taken back. */
  deletedAt: string | null
  completeness: { filled: number; total: number }
}

export interface LedgerRow extends Ledger {
  /** The record's id. */
  id: string
  /** How many entries of the record's log it was folded from, and the hash of the last of them. */
  entries: number
  head: string
}

export interface TemplateRow {
  /** `implementation-record`, or the first 16 hex digits of the source's SHA-256. */
  id: string
  name: string
  source: string
}

export interface InvitationRow {
  /** SHA-256 (hex) of the token; the token itself is never stored. */
  id: string
  role: 'admin' | 'member' | 'viewer'
  /** The set-up link: its taker names the workspace. */
  first: boolean
  createdBy: Person | null
  expiresAt: string
}

/** An API token. */
export interface TokenRow {
  /** SHA-256 (hex) of the token; the token itself is never stored. */
  id: string
  name: string
  scope: 'read' | 'write'
  createdBy: Person
  createdAt: string
  /** `null`: until it is revoked. */
  expiresAt: string | null
  /** A day, UTC, `2026-01-31`. */
  lastUsedOn: string | null
}

export interface SettingsRow {
  id: 'workspace'
  name: string
  /** Whether whoever signs enters their password again. */
  passwordToSign: boolean
}
