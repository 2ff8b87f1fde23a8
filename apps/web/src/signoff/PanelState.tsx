import { signoffStrings as strings } from '#strings/signoff'
import { Button } from '../design/Button.js'
import { useRecord } from '../record/state/recordContext.js'
import styles from './SignoffPanel.module.css'
import { useLedger, useRight } from './useLedger.js'
import { Versions } from './versions/Versions.js'

/** How the record is completed or taken up again, and what it was each time. @see docs/spec.md G5 */
export function PanelState() {
  const { dialogs } = useRecord()
  const { locked, versions } = useLedger()
  const right = useRight()
  return (
    <>
      {/* Where the bar has no room for it. */}
      <div className={styles.share}>
        <Button onClick={() => dialogs.open({ kind: 'share' })}>{strings.share}</Button>
      </div>
      {!locked && right !== 'viewer' && (
        <div className={styles.state}>
          <Button onClick={() => dialogs.open({ kind: 'complete' })}>{strings.complete}</Button>
          <p className={styles.fact}>{strings.completeText}</p>
        </div>
      )}
      {locked && right === 'owner' && (
        <div className={styles.state}>
          <Button onClick={() => dialogs.open({ kind: 'reopen' })}>{strings.reopen}</Button>
        </div>
      )}
      {versions.length > 0 && <Versions />}
    </>
  )
}
