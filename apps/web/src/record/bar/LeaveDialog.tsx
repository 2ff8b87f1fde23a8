import { Button } from '../../design/Button.js'
import { Dialog } from '../../design/Dialog.js'
import { recordStrings as strings } from '../strings.js'

export interface LeaveDialogProps {
  onStay: () => void
  onLeave: () => void
}

/** Whether to leave with work that might be lost. */
export default function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
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
