import type { CloseCode, Handshake, Ledger, Notice, Person } from '@colophon/protocol'
import type * as Y from 'yjs'
import type { Line } from './sockets/connection.js'

/** Who is at the other end, as the server knows them. */
export type Identity = {
  id: string
  name: string
  role: 'admin' | 'member' | 'viewer'
} & (
  | { kind: 'person' }
  /** The operator's own account, by `ADMIN_TOKEN`. */
  | { kind: 'service' }
  /** An API token; `maker` is the id of the person in whose stead it acts. */
  | { kind: 'token'; maker: string }
)

/** All rooms of this process; what HTTP routes and the socket need of them. */
export interface Rooms {
  /**
   * Loads the record (or finds it open) so that a socket can join at once.
   * @throws RecordMissing, RoomsClosed, StoreError: before the upgrade is answered.
   */
  prepare(recordId: string): Promise<Seat>
  /** Calls `look` with the record's text and keeps it loaded until the answer is there. @throws RecordMissing */
  read<T>(recordId: string, look: (text: RecordText) => T | Promise<T>): Promise<T>
  /** The server's own edit, durable and sent to everyone like any other. @throws RecordMissing */
  edit(recordId: string, change: (doc: Y.Doc) => void): Promise<void>
  /** People with the record open, each once. */
  present(recordId: string): Person[]
  /** Sends frame 17 to every client of the record that understands it. */
  pushLedger(recordId: string, ledger: Ledger): void
  /** Tells everybody in the record. */
  notify(recordId: string, notice: Notice): void
  /** Resolves when everything received for the record is durable. */
  drained(recordId: string): Promise<void>
  /** Has the pages of those whom `choose` picks come back at once, with the rights they have then. */
  rejoin(recordId: string, choose?: (who: Identity) => boolean): void
  /** Called after every durable change; must be quick and must not throw. */
  onChanged(listener: (recordId: string) => void): void
  /** Called after durable changes, once they have settled; the place for titles and completeness. */
  onSettled(listener: SettledListener): void
  /** Closes one record's sockets, e.g. when it is deleted. Resolves when what was received is saved and the record let go of. */
  evict(recordId: string, code: CloseCode, reason: string): Promise<void>
  /** Closes the sockets of one person, in one record or everywhere, e.g. when they sign out. */
  dismiss(userId: string, code: CloseCode, reason: string, recordId?: string): void
  /** Grows with each `dismiss`: what was found out about anybody before it may not hold any more. */
  readonly dismissals: number
  /** Saves what was received, says goodbye (1012) and closes everything; gives a store that does not answer a few seconds. @throws EditsGivenUp */
  close(): Promise<void>
}

/** What a loaded record says at the moment: what is durable and nothing else. */
export interface RecordText {
  /** Whether making a document of it would keep others waiting. */
  readonly isLarge: boolean
  /** All of it, as one Yjs update. */
  state(): Uint8Array
  /** The id of whoever writes under a Yjs client id; `undefined` for the server and for imported text. */
  ownerOf(client: number): string | undefined
  /** Calls `look` with the text as a document, which it may neither keep nor change. */
  read<T>(look: (doc: Y.Doc) => T): T
}

/** What it rejects with is logged. */
export type SettledListener = (recordId: string, text: RecordText) => Promise<void>

/** A place in a loaded room, held until `sit` or `leave` is called. */
export interface Seat {
  sit(line: Line, who: Identity, arrival: Arrival): void
  leave(): void
}

/** How somebody comes in. */
export interface Arrival {
  /** Whether they speak `colophon.v1`. */
  readonly colophon: boolean
  /** Whether their right lets them change the record. */
  readonly mayWrite: boolean
  readonly handshake: Handshake
  readonly ledger: Ledger
}
