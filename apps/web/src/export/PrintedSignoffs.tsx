import type { Ledger } from '@colophon/protocol'
import { exportStrings as strings } from '#strings/export'
import { say } from '../text/say.js'
import styles from './PrintedSignoffs.module.css'
import { signoffsInFile } from './signoffsInFile.js'

/** Which sign-offs stand in the file, and which do not and why. */
export function PrintedSignoffs({ ledger }: { ledger: Ledger }) {
  const { printed, missing } = signoffsInFile(ledger)
  if (ledger.signoffs.length === 0) return null
  return (
    <section className={styles.signoffs} data-print="no" aria-label={strings.signoffs}>
      {printed.length > 0 && <p>{say(strings.printed, { what: printed.join(', ') })}</p>}
      {missing.length > 0 && <p className={styles.missing}>{say(strings.notPrinted, { what: missing.join(', ') })}</p>}
    </section>
  )
}
