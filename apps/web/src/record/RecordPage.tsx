import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { recordStrings as strings } from '#strings/record'
import { useSession as useAccount, useRefreshSession } from '../account/useSession.js'
import { ApiError } from '../api/errors.js'
import { recordQuery } from '../api/queries.js'
import { Button } from '../design/Button.js'
import { Message } from '../design/Message.js'
import { say } from '../text/say.js'
import { type Stop, StoppedBanner } from './bar/StoppedBanner.js'
import { OpenRecordPage, type OpenRecordPageProps } from './OpenRecordPage.js'
import styles from './RecordPage.module.css'
import type { RecordSession } from './session/session.js'
import { createApproach } from './slot/approach.js'
import { loadWriting } from './slot/loadWriting.js'
import { openRecord, RecordContext } from './state/recordContext.js'
import { type LiveSession, useRecordSession } from './state/useRecordSession.js'
import { useSessionState } from './state/useSessionState.js'

/** A record, live: the page one writes in. */
export default function RecordPage({ recordId }: { recordId: string }) {
  const details = useQuery(recordQuery(recordId))
  const refreshAccount = useRefreshSession()
  const { session, ...live } = useRecordSession(recordId, details.data?.ledger, () => {
    void details.refetch()
    void refreshAccount()
  })
  const refusal = details.error instanceof ApiError && details.error.status < 500 ? details.error : null
  // A record that is not there, or not for us, is the page's error, unless it is open: then its text stays to be read. A
  // lost connection is none: this device may have it.
  if (refusal !== null && live.ended === null) throw refusal
  if (session === null) return <Opening />
  const isDeleted = refusal?.status === 404
  return <LoadedRecord recordId={recordId} session={session} live={{ ...live, stopped: stoppedBy(live, isDeleted) }} />
}

interface LoadedRecordProps {
  recordId: string
  session: RecordSession
  live: OpenRecordPageProps
}

function LoadedRecord({ recordId, session, live }: LoadedRecordProps) {
  const { user, workspace } = useAccount()
  const { id, name, role } = user
  // Another answer is no other record, which would be drawn anew.
  const passwordToSign = useRef(workspace.passwordToSign)
  useEffect(() => {
    passwordToSign.current = workspace.passwordToSign
  }, [workspace.passwordToSign])
  const phase = useSessionState(session, (state) => state.phase)
  const record = useMemo(() => {
    if (phase.kind !== 'open') return null
    const { template, history } = phase
    const approach = createApproach(loadWriting)
    const me = { id, name, role }
    const asksPassword = () => passwordToSign.current
    return openRecord({ id: recordId, session, template, history, me, approach, asksPassword })
  }, [recordId, session, phase, id, name, role])
  if (phase.kind === 'unreadable') return <Unreadable why={phase.why} />
  if (record === null) return live.ended === null ? <Opening /> : <StoppedBanner by={live.ended} atStake={false} />
  return (
    <RecordContext value={record}>
      <OpenRecordPage {...live} />
    </RecordContext>
  )
}

function stoppedBy({ ended, listensOnly }: Omit<LiveSession, 'session'>, isDeleted: boolean): Stop | null {
  if (ended === null) return listensOnly ? 'listening' : null
  return ended === 'revoked' && isDeleted ? 'deleted' : ended
}

function Opening() {
  return (
    <p className={styles.opening} role="status">
      {strings.opening}
    </p>
  )
}

function Unreadable({ why }: { why: string }) {
  return (
    <Message
      title={strings.unreadableTitle}
      urgent
      actions={
        <Button variant="primary" onClick={() => window.location.reload()}>
          {strings.reload}
        </Button>
      }
    >
      <p>{say(strings.unreadableText, { why })}</p>
    </Message>
  )
}
