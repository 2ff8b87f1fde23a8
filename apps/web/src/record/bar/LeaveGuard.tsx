import { CatchBoundary, useBlocker } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { wouldLose } from '../session/saveState.js'
import { useRecord } from '../state/recordContext.js'
import { useHistory } from '../state/useSessionState.js'
import type { LeaveDialogProps } from './LeaveDialog.js'
import { leaveWords } from './leaveWords.js'

const load = () => import('./LeaveDialog.js')
const LeaveDialog = lazy(load)

/** Asks before one goes to another page with work that might be lost, or a decision that nobody has been told. @see docs/spec.md D6, G7 */
export function LeaveGuard() {
  const { id, session, signing } = useRecord()
  const { canUndo: hasWritten } = useHistory()
  // With the first change, when there is a server to fetch it from; when it is needed there may be none.
  useEffect(() => {
    if (hasWritten) load().catch(() => undefined)
  }, [hasWritten])
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const staysHere = next.pathname === current.pathname || !current.pathname.includes(id)
      return !staysHere && (wouldLose(session.getState().save) || signing.isUnderWay())
    },
    // What is written is the session's own matter when the tab is closed.
    enableBeforeUnload: signing.isUnderWay,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  const ways = { isSigning: signing.isUnderWay(), onStay: blocker.reset, onLeave: blocker.proceed }
  return (
    <CatchBoundary getResetKey={() => 'leave'} errorComponent={() => <PlainQuestion {...ways} />}>
      <Suspense>
        <LeaveDialog {...ways} />
      </Suspense>
    </CatchBoundary>
  )
}

/** The browser's own question, where ours could not be fetched. */
function PlainQuestion({ isSigning, onStay, onLeave }: LeaveDialogProps) {
  useEffect(() => {
    if (window.confirm(leaveWords(isSigning).join('\n\n'))) onLeave()
    else onStay()
  }, [isSigning, onStay, onLeave])
  return null
}
