import { isCurrent, type Ledger, type Signoff } from '@colophon/protocol'
import { exportStrings as strings } from '#strings/export'
import { say } from '../text/say.js'

/** Which sign-offs stand in the file, and which do not and why. As the server prints them. @see docs/spec.md G3 */
export function signoffsInFile(ledger: Pick<Ledger, 'signoffs' | 'fingerprint'>): {
  printed: string[]
  missing: string[]
} {
  const printed: string[] = []
  const missing: string[] = []
  for (const line of ledger.signoffs) {
    const said = wordsOf(line, isCurrent(ledger, line.decision))
    if (said.isPrinted) printed.push(said.words)
    else missing.push(said.words)
  }
  return { printed, missing }
}

function wordsOf({ label, decision, imported }: Signoff, isPresent: boolean): { isPrinted: boolean; words: string } {
  if (decision === null) {
    return imported === null
      ? { isPrinted: false, words: say(strings.nobody, { label }) }
      : { isPrinted: true, words: say(strings.importedAs, { name: imported.name, label }) }
  }
  const { name } = decision.person
  if (decision.kind === 'declined') return { isPrinted: false, words: say(strings.declined, { label, name }) }
  return isPresent
    ? { isPrinted: true, words: say(strings.signedAs, { name, label }) }
    : { isPrinted: false, words: say(strings.stale, { label, name }) }
}
