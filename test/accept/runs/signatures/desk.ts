import { fingerprintSchema, type Ledger, ledgerSchema, recordDetailsSchema, sessionSchema } from '@colophon/protocol'
import { answer, type Member } from '../../clients/member.js'

/** A record, and who signs it as what: one person a role. */
export interface Desk {
  readonly recordId: string
  readonly owner: Member
  readonly seats: readonly Seat[]
  fingerprint(): Promise<string>
  ledger(): Promise<Ledger>
  /** @returns the ledger as the answer has it. @throws where the server is gone, or refuses */
  sign(seat: Seat, decision: 'approve' | 'withdraw', fingerprint: string, comment?: string): Promise<Ledger>
}

export interface Seat {
  readonly role: string
  readonly signer: Member
}

export async function openDesk(owner: Member, signers: readonly Member[]): Promise<Desk> {
  const recordId = await owner.createRecord('Signed')
  const at = (path = '') => `/api/v1/records/${recordId}${path}`
  const ledger = async () => recordDetailsSchema.parse(await answer(await owner.request('GET', at()))).ledger
  const roles = (await ledger()).signoffs.map(({ role }) => role)
  const seats: Seat[] = []
  for (const [index, signer] of signers.entries()) {
    const role = roles[index]
    if (role === undefined) break
    const { user } = sessionSchema.parse(await answer(await signer.request('GET', '/api/v1/session')))
    await answer(await owner.request('PUT', at(`/roles/${role}`), { userId: user.id }))
    seats.push({ role, signer })
  }
  return {
    recordId,
    owner,
    seats,
    ledger,
    fingerprint: async () =>
      fingerprintSchema.parse(await answer(await owner.request('GET', at('/fingerprint')))).fingerprint,
    async sign({ role, signer }, decision, fingerprint, comment) {
      const body = { role, decision, fingerprint, ...(comment !== undefined && { comment }) }
      return ledgerSchema.parse(await answer(await signer.request('POST', at('/signoffs'), body)))
    },
  }
}
