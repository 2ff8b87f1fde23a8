import { useBlocker } from '@tanstack/react-router'
import { signoffStrings as strings } from '#strings/signoff'
import { late } from '../api/late.js'
import { Panel } from '../app/Panel.js'
import { useRecord } from '../record/state/recordContext.js'
import { useSigning } from './useSigning.js'

const LeaveDialog = late(() => import('../design/LeaveDialog.js'))

/** Asks before one leaves with a decision that nobody has been told: leaving sends nothing. @see docs/spec.md G7 */
export function SigningGuard() {
  const { id } = useRecord()
  const signing = useSigning()
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      next.pathname !== current.pathname && current.pathname.includes(id) && signing.isUnderWay(),
    enableBeforeUnload: signing.isUnderWay,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Panel open onClose={blocker.reset}>
      <LeaveDialog
        title={strings.leaveTitle}
        text={strings.leaveText}
        onStay={blocker.reset}
        onLeave={blocker.proceed}
      />
    </Panel>
  )
}
