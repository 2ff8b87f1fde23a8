import type { Signoff } from '@colophon/protocol'
import { useId } from 'react'
import { Checkbox } from '../design/Checkbox.js'
import { useRecord } from '../record/state/recordContext.js'
import { useSessionState } from '../record/state/useSessionState.js'
import { RelativeTime } from '../text/RelativeTime.js'
import { say } from '../text/say.js'
import { readiness, whyRefused } from './readiness.js'
import styles from './SignoffBox.module.css'
import { signoffStrings as strings } from './strings.js'
import { useSign } from './useSign.js'

export interface SignoffBoxProps {
  role: string
  label: string
  /** Whether the reason for not signing now is written out; the panel says it once for all. */
  explains?: boolean
}

/** One sign-off: a checkbox that is a promise, and who has made it. @see docs/spec.md G1, G2, G4, G7 */
export function SignoffBox({ role, label, explains = true }: SignoffBoxProps) {
  const { session, me } = useRecord()
  const signoff = useSessionState(session, (state) => state.ledger?.signoffs.find((one) => one.role === role))
  const signed = signoff?.decision ?? null
  const isOthers = signed !== null && signed.person.id !== me.id
  return (
    <span className={styles.box} data-signed={signed !== null || undefined} data-role={role}>
      {isOthers ? (
        <OthersTick signed={signed} />
      ) : (
        <OwnTick role={role} label={label} signed={signed} explains={explains} />
      )}
      {signed !== null && (
        <span className={styles.when}>
          <RelativeTime iso={signed.at} />
        </span>
      )}
      {signed === null && signoff?.imported && <Imported imported={signoff.imported} />}
    </span>
  )
}

type Signed = NonNullable<Signoff['decision']>

/** Somebody else's: it can be read, and nobody but them can undo it. */
function OthersTick({ signed }: { signed: Signed }) {
  const { name } = signed.person
  return (
    <span title={say(strings.others, { name })}>
      <Checkbox checked disabled onCheckedChange={() => undefined}>
        {say(strings.signedBy, { name })}
      </Checkbox>
      <span className="visually-hidden">{say(strings.others, { name })}</span>
    </span>
  )
}

function OwnTick({ role, label, signed, explains = true }: SignoffBoxProps & { signed: Signed | null }) {
  const { session, me } = useRecord()
  const sign = useSign()
  const kind = useSessionState(session, (state) => readiness(state).kind)
  const why = useSessionState(session, whyRefused)
  const whyId = useId()
  return (
    <span aria-describedby={why === '' ? undefined : whyId}>
      <Checkbox
        checked={sign.isPending ? sign.variables.decision === 'approve' : signed !== null}
        disabled={kind === 'refused' || sign.isPending}
        onCheckedChange={(checked) => sign.mutate({ role, label, decision: checked ? 'approve' : 'withdraw' })}
      >
        {signed === null ? say(strings.approve, { name: me.name, label }) : strings.signedByMe}
      </Checkbox>
      {kind === 'refused' && (
        <span id={whyId} className={explains ? styles.why : 'visually-hidden'}>
          {why}
        </span>
      )}
    </span>
  )
}

function Imported({ imported: { name, date } }: { imported: NonNullable<Signoff['imported']> }) {
  return (
    <span className={styles.imported}>
      {date === '' ? say(strings.importedUndated, { name }) : say(strings.imported, { name, date })}
    </span>
  )
}
