import { Button } from '../../design/Button.js'
import { Dialog } from '../../design/Dialog.js'
import { dialogStrings as strings } from './strings.js'

export interface LeaveSigningDialogProps {
  onStay: () => void
  onLeave: () => void
}

/** Whether to leave with a decision that nobody has been told. */
export default function LeaveSigningDialog({ onStay, onLeave }: LeaveSigningDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onStay()}
      title={strings.leaveTitle}
      description={strings.leaveText}
      footer={
        <>
          <Button onClick={onLeave}>{strings.leaveGo}</Button>
          <Button variant="primary" onClick={onStay}>
            {strings.leaveStay}
          </Button>
        </>
      }
    />
  )
}
