import type { Signoff } from '@colophon/protocol'
import { useId } from 'react'
import { signoffStrings as strings } from '#strings/signoff'
import { Checkbox } from '../design/Checkbox.js'
import { useRecord } from '../record/state/recordContext.js'
import { useSessionState } from '../record/state/useSessionState.js'
import { say } from '../text/say.js'
import { type BoxState, boxState } from './boxState.js'
import { DecisionFacts } from './decision/DecisionFacts.js'
import { onPaper } from './onPaper.js'
import { whyRefused } from './readiness.js'
import styles from './SignoffBox.module.css'
import type { Line, Signing } from './signing.js'
import { UndoAttempt } from './UndoAttempt.js'
import { useLedger } from './useLedger.js'
import { useAttempt, useSigning } from './useSigning.js'

export interface SignoffBoxProps {
  role: string
  label: string
  /**
   * Which reasons for not being able to sign are written out; the others are only read out. The panel says once for all what
   * holds for every box, and says nothing where it offers the way out.
   */
  explains?: 'all' | 'own' | 'none'
}

/** One sign-off: a checkbox that is a promise, who has made it, and about which text. @see docs/spec.md G1, G2, G3, G4, G7 */
export function SignoffBox({ role, label, explains = 'all' }: SignoffBoxProps) {
  const { session, me } = useRecord()
  const signing = useSigning()
  const ledger = useLedger()
  const refusal = useSessionState(session, whyRefused)
  const attempt = useAttempt(role)
  const whyId = useId()
  const line = ledger.signoffs.find((one) => one.role === role)
  if (line === undefined) return <span className={styles.box}>{label}</span>

  const state = boxState({ line, ledger, me, refusal, attempt })
  const handlePress = () => press(state.press, { role, label }, signing)
  const isShared = refusal !== '' && state.why === refusal
  const isWritten = explains === 'all' || (explains === 'own' && !isShared)
  return (
    <span className={styles.box} data-role={role} data-decided={line.decision?.kind} data-under-way={attempt?.kind}>
      <Checkbox
        checked={state.checked}
        unavailable={state.press === null}
        aria-describedby={state.why === '' ? undefined : whyId}
        onCheckedChange={handlePress}
      >
        {state.words}
      </Checkbox>
      {state.why !== '' && (
        <span id={whyId} className={isWritten ? styles.why : 'visually-hidden'}>
          {state.why}
        </span>
      )}
      {attempt?.kind === 'waiting' ? (
        <UndoAttempt attempt={attempt} onUndo={() => signing.undo(role)} />
      ) : (
        <Said line={line} />
      )}
      {/* Written by the style sheet, so that nobody finds or hears on the screen what is for paper. */}
      <span className={styles.paper} data-words={onPaper(line, ledger)} />
    </span>
  )
}

/** What has been said here, and is not on its way. */
function Said({ line: { role, decision, imported } }: { line: Signoff }) {
  if (decision !== null) return <DecisionFacts role={role} decision={decision} />
  if (imported === null) return null
  const { name, date } = imported
  return (
    <span className={styles.imported}>
      {date === '' ? say(strings.importedUndated, { name }) : say(strings.imported, { name, date })}
    </span>
  )
}

function press(what: BoxState['press'], line: Line, signing: Signing): void {
  switch (what) {
    case 'approve':
      signing.begin(line, { decision: 'approve', meaning: 'approved', comment: '' })
      break
    case 'withdraw':
      signing.begin(line, { decision: 'withdraw' })
      break
    case 'undo':
      signing.undo(line.role)
      break
    case null:
      break
    default:
      what satisfies never
  }
}
