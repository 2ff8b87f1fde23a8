import { CatchBoundary, useBlocker } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { recordStrings as strings } from '#strings/record'
import { fetchParts } from '../../api/late.js'
import type { LeaveDialogProps } from '../../design/LeaveDialog.js'
import { wouldLose } from '../session/saveState.js'
import { whenIdle } from '../slot/approach.js'
import { useRecord } from '../state/recordContext.js'
import { useHistory } from '../state/useSessionState.js'

// Not one that waits for the server: while that is away, the question is still asked.
const load = () => import('../../design/LeaveDialog.js')
const LeaveDialog = lazy(load)

/** Asks before one goes to another page with work that might be lost. Closing the tab is the session's own matter. @see docs/spec.md D6 */
export function LeaveGuard() {
  const { id, session } = useRecord()
  const { canUndo: hasWritten } = useHistory()
  // With the first change, when there is a server to fetch from; when a part is needed there may be none.
  useEffect(() => {
    if (!hasWritten) return
    load().catch(() => undefined)
    whenIdle(() => void fetchParts())
  }, [hasWritten])
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const staysHere = next.pathname === current.pathname || !current.pathname.includes(id)
      return !staysHere && wouldLose(session.getState().save)
    },
    enableBeforeUnload: false,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  const question = {
    title: strings.leaveTitle,
    text: strings.leaveText,
    onStay: blocker.reset,
    onLeave: blocker.proceed,
  }
  return (
    <CatchBoundary getResetKey={() => 'leave'} errorComponent={() => <PlainQuestion {...question} />}>
      <Suspense>
        <LeaveDialog {...question} />
      </Suspense>
    </CatchBoundary>
  )
}

/** The browser's own question, where ours could not be fetched. */
function PlainQuestion({ title, text, onStay, onLeave }: LeaveDialogProps) {
  useEffect(() => {
    if (window.confirm(`${title}\n\n${text}`)) onLeave()
    else onStay()
  }, [title, text, onStay, onLeave])
  return null
}
