import { isCurrent } from '@colophon/protocol'
import { signoffStrings as strings } from '#strings/signoff'
import { useRecord } from '../record/state/recordContext.js'
import { useSessionState } from '../record/state/useSessionState.js'
import { say } from '../text/say.js'
import { PanelHistory } from './PanelHistory.js'
import { PanelLine } from './PanelLine.js'
import { PanelState } from './PanelState.js'
import { whyRefused } from './readiness.js'
import styles from './SignoffPanel.module.css'
import { useLedger } from './useLedger.js'

/** Every sign-off of the record in one list, wherever the template has them, and how far the record has come. */
export function SignoffPanel() {
  const { session } = useRecord()
  const ledger = useLedger()
  const why = useSessionState(session, whyRefused)
  const { signoffs } = ledger
  const count = signoffs.filter(({ decision }) => decision?.kind === 'approved' && isCurrent(ledger, decision)).length
  return (
    <div className={styles.panel}>
      <h2 className={styles.title}>{strings.panelTitle}</h2>
      {signoffs.length === 0 ? (
        <p className={styles.note}>{strings.panelNone}</p>
      ) : (
        <>
          <p className={styles.note}>{say(strings.panelCount, { count, total: signoffs.length })}</p>
          {why !== '' && <p className={ledger.locked ? styles.fact : styles.why}>{why}</p>}
          <ul className={`plain-list ${styles.list}`}>
            {signoffs.map((line) => (
              <PanelLine key={line.role} line={line} />
            ))}
          </ul>
        </>
      )}
      <PanelState />
      <p className={styles.evidence}>{strings.evidence}</p>
      <PanelHistory />
    </div>
  )
}
