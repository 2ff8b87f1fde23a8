import type { Ledger, Person, SignRequest } from '@colophon/protocol'
import type { Reader } from '../documents/reader.js'
import type { RecordIndex } from '../records/record-index.js'
import { createSerial } from '../serial.js'
import type { LedgerRow, Store } from '../store/store.js'
import type { Rooms } from '../sync/rooms.js'
import { openLedger, publicLedger } from './ledger.js'
import { SignoffError } from './signoff-error.js'

/** Ticks in the name of signed-in people, kept outside the document that clients can write. */
export interface Signoffs {
  /** @returns the ledger, or one without roles where a record has none. */
  ledger(recordId: string): Promise<Ledger>
  /** All ledgers by record. */
  ledgers(): Promise<ReadonlyMap<string, Ledger>>
  /** The hex SHA-256 of what a tick made now would cover. @throws RecordMissing */
  fingerprint(recordId: string): Promise<string>
  /**
   * Signs or takes back a signature as `person`; stored before it is shown to anybody.
   * @returns the ledger as it is afterwards. @throws SignoffError, RecordMissing
   * @see docs/spec.md G1, G4
   */
  sign(recordId: string, request: SignRequest, person: Person): Promise<Ledger>
}

/** @param now milliseconds since 1970: the server's clock, never a client's. */
export function createSignoffs(parts: {
  rows: Store['ledgers']
  index: Pick<RecordIndex, 'live'>
  rooms: Pick<Rooms, 'read' | 'pushLedger'>
  reader: Pick<Reader, 'fingerprint'>
  now?: () => number
}): Signoffs {
  const { rows, index, rooms, reader, now = Date.now } = parts
  const inTurn = createSerial()

  async function row(recordId: string): Promise<LedgerRow> {
    return (await rows.get(recordId)) ?? { id: recordId, ...openLedger([]) }
  }

  async function approval(recordId: string, line: Line, request: SignRequest, person: Person): Promise<Signature> {
    if (line.signed && line.signed.person.id !== person.id) {
      throw new SignoffError('already-signed', `${line.signed.person.name} has signed as ${line.label} already.`)
    }
    const present = await rooms.read(recordId, reader.fingerprint)
    if (present === request.fingerprint) return { person, at: new Date(now()).toISOString(), fingerprint: present }
    throw new SignoffError(
      'record-moved',
      'The record changed while you were reading it. Nothing was signed. Look at the change, then sign again.',
      present,
    )
  }

  async function decided(
    recordId: string,
    line: Line,
    request: SignRequest,
    person: Person,
  ): Promise<Signature | null> {
    switch (request.decision) {
      case 'approve':
        return approval(recordId, line, request, person)
      case 'withdraw':
        if (!line.signed) throw new SignoffError('not-signed', `Nobody has signed as ${line.label}.`)
        if (line.signed.person.id === person.id) return null
        throw new SignoffError('not-yours', `Only ${line.signed.person.name} may take this signature back.`)
      case 'decline':
        throw new SignoffError(
          'decline-not-offered',
          'Declining is not offered yet. Nothing was changed. Leave the box open and say why in the record.',
        )
      default:
        throw request.decision satisfies never
    }
  }

  async function change(recordId: string, request: SignRequest, person: Person): Promise<Ledger> {
    await index.live(recordId)
    const before = await row(recordId)
    if (before.locked) throw new SignoffError('record-locked', 'The record is locked. Nothing was changed.')
    const line = before.signoffs.find(({ role }) => role === request.role)
    if (!line) throw new SignoffError('role-unknown', 'This record has no sign-off by that name.')
    const signed = await decided(recordId, line, request, person)
    const after: LedgerRow = {
      ...before,
      version: before.version + 1,
      signoffs: before.signoffs.map((each) => (each === line ? { ...line, signed } : each)),
    }
    await rows.put(after)
    const ledger = publicLedger(after)
    rooms.pushLedger(recordId, ledger)
    return ledger
  }

  return {
    ledger: async (recordId) => publicLedger(await row(recordId)),
    ledgers: async () => new Map((await rows.list()).map((each) => [each.id, publicLedger(each)])),
    async fingerprint(recordId) {
      await index.live(recordId)
      return rooms.read(recordId, reader.fingerprint)
    },
    sign: (recordId, request, person) => inTurn(recordId, () => change(recordId, request, person)),
  }
}

type Line = Ledger['signoffs'][number]
type Signature = NonNullable<Line['signed']>
