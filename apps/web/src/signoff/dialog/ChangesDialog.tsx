import type { ChangesSince, Decision, Signoff } from '@colophon/protocol'
import { useQuery } from '@tanstack/react-query'
import { dialogStrings as strings } from '#strings/signoffDialog'
import { ApiError, sentenceOf } from '../../api/errors.js'
import { changesQuery } from '../../api/signoffQueries.js'
import { Button } from '../../design/Button.js'
import { Dialog } from '../../design/Dialog.js'
import { useRecord } from '../../record/state/recordContext.js'
import { useSessionState } from '../../record/state/useSessionState.js'
import { say } from '../../text/say.js'
import { exactTime } from '../../text/time.js'
import { mayDecide } from '../boxState.js'
import { Differences } from '../Differences.js'
import { whyRefused } from '../readiness.js'
import { useLedger } from '../useLedger.js'
import { useSigning } from '../useSigning.js'
import styles from './Dialog.module.css'
import { Evidence } from './Evidence.js'
import { useGoTo } from './useGoTo.js'

export interface ChangesDialogProps {
  line: Signoff
  decision: Decision
  onOpenChange: (open: boolean) => void
}

/** What has changed since somebody decided, and the way to approve it as it is now. @see docs/spec.md G3 */
export function ChangesDialog({ line, decision, onOpenChange }: ChangesDialogProps) {
  const { id, session, me } = useRecord()
  const signing = useSigning()
  const ledger = useLedger()
  const refusal = useSessionState(session, whyRefused)
  const goTo = useGoTo()
  const { data, error } = useQuery(changesQuery(id, decision.fingerprint))
  const { role, label } = line
  const did = decision.kind === 'approved' ? strings.didApprove : strings.didDecline
  const approves = mayDecide({ line, ledger, me, refusal })
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={say(strings.changesTitle, { name: decision.person.name, did })}
      description={say(strings.changesFrom, { when: exactTime(decision.at) })}
      size="large"
      footer={
        <>
          <Button variant="quiet" onClick={() => onOpenChange(false)}>
            {approves ? strings.notNow : strings.close}
          </Button>
          {approves && (
            <Button
              variant="primary"
              onClick={() => {
                onOpenChange(false)
                signing.begin(
                  { role, label },
                  { decision: 'approve', meaning: 'approved', comment: '' },
                  data?.fingerprint,
                )
              }}
            >
              {strings.approveNow}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.scroll}>
        {error !== null && data === undefined ? (
          <p role="alert">{whyUnknown(error)}</p>
        ) : (
          <ChangeList changes={data?.changes} onGo={goTo} />
        )}
      </div>
      {approves && <Evidence />}
    </Dialog>
  )
}

/** @param changes absent while they are being asked for */
export function ChangeList({
  changes,
  onGo,
}: {
  changes: ChangesSince['changes'] | undefined
  onGo: (path: string) => void
}) {
  if (changes === undefined) return <p role="status">{strings.reloading}</p>
  if (changes.length === 0) return <p>{strings.changesNone}</p>
  return <Differences changes={changes} onGo={onGo} />
}

function whyUnknown(error: Error): string {
  const isUnknown = error instanceof ApiError && error.code === 'text-unknown'
  return isUnknown ? strings.changesUnknown : sentenceOf(error, strings.changesFailed)
}
