import { type Decision, isCurrent, type Ledger, type Person, type Signoff } from '@colophon/protocol'
import { signoffStrings as strings } from '#strings/signoff'
import { anyOf } from '../text/names.js'
import { say } from '../text/say.js'
import type { Attempt } from './signing.js'
import { saidBy, saidByMe } from './words.js'

/** A sign-off's box: what stands beside it, whether it is ticked, and what a press does. */
export interface BoxState {
  readonly words: string
  readonly checked: boolean
  readonly press: 'approve' | 'withdraw' | 'undo' | null
  /** Why a press does nothing; the empty string where it does something. */
  readonly why: string
}

export interface BoxFacts {
  readonly line: Signoff
  readonly ledger: Pick<Ledger, 'fingerprint' | 'locked'>
  readonly me: Person
  /** Why nobody may sign at this moment; the empty string where one may. */
  readonly refusal: string
  readonly attempt: Attempt | undefined
}

/** @see docs/spec.md G1, G4 */
export function boxState(facts: BoxFacts): BoxState {
  const { line, ledger, me, attempt } = facts
  if (attempt !== undefined) return underWay(attempt)
  const { decision } = line
  if (isCurrent(ledger, decision) && decision.kind === 'approved') {
    if (decision.person.id === me.id)
      return able(facts, { words: saidByMe(decision), checked: true, press: 'withdraw' })
    const { name } = decision.person
    return { words: saidBy(decision), checked: true, press: null, why: say(strings.others, { name }) }
  }
  if (ledger.locked) return { words: strings.nobodySigned, checked: false, press: null, why: facts.refusal }
  const obstacle = obstacleTo(facts)
  if (obstacle !== '') return { words: waitingWords(facts), checked: false, press: null, why: obstacle }
  return able(facts, { words: approveWords(line, decision, me), checked: false, press: 'approve' })
}

/** Whether somebody may decide in a role now, what they have decided apart. */
export function mayDecide(facts: Omit<BoxFacts, 'attempt'>): boolean {
  return obstacleTo(facts) === '' && facts.refusal === ''
}

function underWay({ kind, wish, line }: Attempt): BoxState {
  const words = say(strings.underWay[wish.decision], { label: line.label })
  const checked = wish.decision === 'approve'
  if (kind === 'waiting') return { words, checked, press: 'undo', why: '' }
  return { words, checked, press: null, why: kind === 'sending' ? strings.whySending : strings.moved }
}

function able({ refusal }: BoxFacts, state: Omit<BoxState, 'why'>): BoxState {
  return refusal === '' ? { ...state, why: '' } : { ...state, press: null, why: refusal }
}

/** Why somebody may not decide here, whatever the moment; see the server's own rules. */
function obstacleTo({ line: { decision, eligible }, ledger, me }: Omit<BoxFacts, 'attempt'>): string {
  if (eligible.length === 0) return strings.whyNobody
  if (!eligible.some(({ id }) => id === me.id)) return say(strings.whyNotAsked, { names: anyOf(eligible) })
  if (!isCurrent(ledger, decision) || decision.person.id === me.id) return ''
  const stillAsked = eligible.some(({ id }) => id === decision.person.id)
  return decision.kind === 'approved' || stillAsked ? say(strings.others, { name: decision.person.name }) : ''
}

function waitingWords({ line: { eligible, decision }, ledger }: BoxFacts): string {
  if (isCurrent(ledger, decision)) return strings.notApproved
  if (eligible.length > 0) return say(strings.waitsFor, { names: anyOf(eligible) })
  return decision === null ? strings.nobodyAsked : strings.nobodyAskedNow
}

function approveWords({ label }: Signoff, decision: Decision | null, me: Person): string {
  if (decision?.kind === 'approved' && decision.person.id === me.id) return strings.approveNow
  return say(strings.approve, { name: me.name, label })
}
