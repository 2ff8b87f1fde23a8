import { isCurrent, type Ledger, type Signoff } from '@colophon/protocol'
import { signoffStrings as strings } from '#strings/signoff'
import { say } from '../text/say.js'

/**
 * A sign-off as paper says it: whoever holds the sheet has not signed in, and no time passes on it. Days are those of the
 * file (UTC).
 * @see docs/spec.md G3
 */
export function onPaper({ decision, imported }: Signoff, ledger: Pick<Ledger, 'fingerprint'>): string {
  if (decision === null) {
    if (imported === null) return strings.paperNobody
    return say(imported.date === '' ? strings.importedUndated : strings.imported, imported)
  }
  const about = { name: decision.person.name, date: decision.at.slice(0, 10) }
  // A plain boolean: what is not current is a decision all the same.
  const covers: boolean = isCurrent(ledger, decision)
  if (!covers) return say(strings.paperEarlier[decision.kind], about)
  return decision.kind === 'declined'
    ? say(strings.paperDeclined, { ...about, reason: decision.reason })
    : say(strings.paperApproved, about)
}
