import { isCurrent, type Ledger, type Signoff } from '@colophon/protocol'
import { dialogStrings as strings } from '#strings/signoffDialog'
import { anyOf } from '../../text/names.js'
import { say } from '../../text/say.js'

/** A sign-off that does not cover the present text. */
export interface Missing {
  readonly role: string
  readonly words: string
  /** Whether the record can be completed without it. */
  readonly optional: boolean
}

/** What a record waits for, in the order of its lines. @see docs/spec.md G5 */
export function missingSignoffs(ledger: Pick<Ledger, 'signoffs' | 'fingerprint'>): Missing[] {
  return ledger.signoffs
    .filter(({ decision }) => !(isCurrent(ledger, decision) && decision.kind === 'approved'))
    .map((line) => {
      const what = wordsFor(line, isCurrent(ledger, line.decision))
      return {
        role: line.role,
        words: line.required ? what : say(strings.optionalMissing, { what }),
        optional: !line.required,
      }
    })
}

function wordsFor({ label, eligible, decision }: Signoff, isPresent: boolean): string {
  if (decision?.kind === 'declined' && isPresent) {
    return say(strings.missing.declined, { label, name: decision.person.name })
  }
  if (decision?.kind === 'approved') return say(strings.missing.stale, { label, name: decision.person.name })
  if (eligible.length === 0) return say(strings.missing.nobody, { label })
  return say(strings.missing.open, { label, names: anyOf(eligible) })
}
