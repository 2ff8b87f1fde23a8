import { emptyLedger, isCurrent } from '@colophon/protocol'
import { useRecord } from '../record/state/recordContext.js'
import { useSessionState } from '../record/state/useSessionState.js'
import { say } from '../text/say.js'
import { whyRefused } from './readiness.js'
import { SignoffBox } from './SignoffBox.js'
import styles from './SignoffPanel.module.css'
import { signoffStrings as strings } from './strings.js'

/**
 * Every sign-off of the record in one list, wherever the template has them.
 * @param titled - whether it says what it is; a drawer has said so already.
 */
export function SignoffPanel({ titled = true }: { titled?: boolean }) {
  const { session, template } = useRecord()
  const count = useSessionState(
    session,
    (state) =>
      state.ledger?.signoffs.filter(({ decision }) => isCurrent(state.ledger ?? emptyLedger, decision)).length ?? 0,
  )
  const why = useSessionState(session, whyRefused)
  const total = template.signoffs.length
  return (
    <div className={styles.panel}>
      {titled && <h2 className={styles.title}>{strings.panelTitle}</h2>}
      {total === 0 ? (
        <p className={styles.note}>{strings.panelNone}</p>
      ) : (
        <>
          <p className={styles.note}>{say(strings.panelCount, { count, total })}</p>
          {why !== '' && <p className={styles.why}>{why}</p>}
          <ul className={`plain-list ${styles.list}`}>
            {template.signoffs.map(({ role, label }) => (
              <li key={role}>
                <h3 className={styles.role}>{label}</h3>
                <SignoffBox role={role} label={label} explains={false} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
