import { sharingStrings as strings } from '#strings/sharing'
import { Button } from '../design/Button.js'
import { useRecord } from '../record/state/recordContext.js'
import { useLedger } from '../signoff/useLedger.js'
import { anyOf } from '../text/names.js'
import { say } from '../text/say.js'
import styles from './ShareDialog.module.css'

/** Who is asked to sign, and for owners the way to ask others. */
export function Signers({ isOwner }: { isOwner: boolean }) {
  const { dialogs } = useRecord()
  const { signoffs, locked } = useLedger()
  if (signoffs.length === 0) return null
  return (
    <section className={styles.part}>
      <h3 className={styles.subtitle}>{strings.signers}</h3>
      <ul className="plain-list">
        {signoffs.map(({ role, label, eligible }) => (
          <li key={role} className={styles.person}>
            <span className={styles.name}>
              {eligible.length === 0
                ? say(strings.signersNobody, { label })
                : say(strings.signersLine, { label, names: anyOf(eligible) })}
            </span>
            {isOwner && !locked && (
              <Button
                size="small"
                variant="quiet"
                aria-label={say(strings.assignFor, { label })}
                onClick={() => dialogs.open({ kind: 'assign', role })}
              >
                {strings.assign}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.note}>{strings.signersNote}</p>
    </section>
  )
}
