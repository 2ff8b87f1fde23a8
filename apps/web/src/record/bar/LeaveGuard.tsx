import { useBlocker } from '@tanstack/react-router'
import { Button } from '../../design/Button.js'
import { Dialog } from '../../design/Dialog.js'
import { wouldLose } from '../session/saveState.js'
import { useRecord } from '../state/recordContext.js'
import { recordStrings as strings } from '../strings.js'

/** Asks before one goes to another page with work that might be lost. Closing the tab is the session's own matter. @see docs/spec.md D6 */
export function LeaveGuard() {
  const { id, session } = useRecord()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => {
      const staysHere = next.pathname === current.pathname || !current.pathname.includes(id)
      return !staysHere && wouldLose(session.getState().save)
    },
    enableBeforeUnload: false,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && blocker.reset()}
      title={strings.leaveTitle}
      description={strings.leaveText}
      footer={
        <>
          <Button onClick={blocker.proceed}>{strings.leaveGo}</Button>
          <Button variant="primary" onClick={blocker.reset}>
            {strings.leaveStay}
          </Button>
        </>
      }
    />
  )
}
