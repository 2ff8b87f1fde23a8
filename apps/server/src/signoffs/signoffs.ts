import type { AuditEvent } from '@colophon/audit'
import { type Decision, isCurrent, type Ledger, type Signoff, type SignRequest } from '@colophon/protocol'
import type { Identity } from '../sync/rooms.js'
import { actorOf } from './actor.js'
import type { Changes } from './changes.js'
import type { Ledgers } from './ledgers.js'
import { moved } from './moved.js'
import { SignoffError } from './signoff-error.js'
import type { Texts } from './texts.js'

/** Decisions in the name of signed-in people, each about exactly one text. */
export interface Signoffs {
  /**
   * Approves, declines, or takes back what one has decided; durable before it is shown to anybody.
   * @returns the ledger as it is afterwards. @throws SignoffError, RecordMissing
   * @see docs/spec.md G1, G2, G4
   */
  sign(recordId: string, request: SignRequest, who: Identity): Promise<Ledger>
}

/** Whether signing asks for the password once more, and whether it is right. */
export interface Passwords {
  wanted(): Promise<boolean>
  check(userId: string, password: string): Promise<boolean>
}

export function createSignoffs(parts: {
  ledgers: Ledgers
  texts: Texts
  changes: Changes
  passwords: Passwords
}): Signoffs {
  const { ledgers, texts, changes, passwords } = parts

  async function confirm({ password }: SignRequest, who: Identity): Promise<void> {
    if (!(await passwords.wanted())) return
    if (password === undefined) {
      throw new SignoffError('password-missing', 'Signing asks for your password here. Nothing was signed yet.')
    }
    if (await passwords.check(who.id, password)) return
    throw new SignoffError('password-wrong', 'That is not your password. Nothing was signed.')
  }

  async function decided(recordId: string, ledger: Ledger, request: SignRequest, who: Identity) {
    const line = lineOf(ledger, request.role)
    const { role, label, decision } = line
    if (request.decision === 'withdraw') {
      refuseUnlessOwn(line, who)
      return { event: 'withdrawn', role, label } as const
    }
    refuseUnlessEligible(line, who)
    await confirm(request, who)
    const content = await texts.present(recordId)
    if (content.fingerprint !== request.fingerprint) throw await moved(changes, recordId, request.fingerprint, content)
    refuseIfTaken({ fingerprint: content.fingerprint }, line, who)
    const event = eventOf(request, { role, label, fingerprint: content.fingerprint, entry: content.entry })
    if (decision !== null && decision.person.id === who.id && says(event, decision)) return undefined
    await texts.keep(recordId, content)
    return event
  }

  return {
    sign: (recordId, request, who) =>
      ledgers.change(recordId, async (ledger) => {
        if (ledger.locked) throw new SignoffError('record-locked', 'The record is completed. Nothing was changed.')
        const what = await decided(recordId, ledger, request, who)
        return what && { actor: actorOf(who), what }
      }),
  }
}

export function lineOf(ledger: Ledger, role: string): Signoff {
  const line = ledger.signoffs.find((one) => one.role === role)
  if (line) return line
  throw new SignoffError('role-unknown', 'This record has no sign-off by that name. Nothing was changed.')
}

type DecisionEvent = Extract<AuditEvent, { event: 'approved' | 'declined' }>
type About = Pick<DecisionEvent, 'role' | 'label' | 'fingerprint' | 'entry'>

function eventOf({ decision, meaning = 'approved', comment = '' }: SignRequest, about: About): DecisionEvent {
  const words = comment.trim()
  if (decision !== 'decline') return { event: 'approved', ...about, meaning, comment: words === '' ? null : words }
  if (words !== '') return { event: 'declined', ...about, reason: words }
  throw new SignoffError('reason-missing', 'Declining needs a reason. Nothing was changed. Say what should be mended.')
}

/** Whether an event says what stands there already. */
function says(event: DecisionEvent, decision: Decision): boolean {
  if (event.fingerprint !== decision.fingerprint) return false
  return event.event === 'approved'
    ? decision.kind === 'approved' && decision.meaning === event.meaning && decision.comment === event.comment
    : decision.kind === 'declined' && decision.reason === event.reason
}

function refuseUnlessEligible({ label, eligible }: Signoff, who: Identity): void {
  if (eligible.some(({ id }) => id === who.id)) return
  const names = eligible.map(({ name }) => name).join(', ')
  const whose = names === '' ? 'Nobody has been asked to sign' : `Only ${names} may sign`
  throw new SignoffError(
    'not-eligible',
    `${whose} as ${label}. Nothing was changed. An owner of the record can ask you.`,
  )
}

function refuseUnlessOwn({ label, decision }: Signoff, who: Identity): void {
  if (decision === null) throw new SignoffError('not-signed', `Nobody has signed as ${label}. Nothing was changed.`)
  if (decision.person.id === who.id) return
  throw new SignoffError('not-yours', `Only ${decision.person.name} may take this back. Nothing was changed.`)
}

/** What covers the present text stands, but for the objection of somebody who is not asked any more. */
function refuseIfTaken(present: Pick<Ledger, 'fingerprint'>, line: Signoff, who: Identity): void {
  const { label, decision, eligible } = line
  if (!isCurrent(present, decision) || decision.person.id === who.id) return
  if (decision.kind === 'declined' && !eligible.some(({ id }) => id === decision.person.id)) return
  const verb = decision.kind === 'approved' ? 'signed' : 'declined'
  throw new SignoffError(
    'already-signed',
    `${decision.person.name} has ${verb} as ${label} already. Nothing was changed.`,
  )
}
