import { Button } from '../../design/Button.js'
import { Dialog } from '../../design/Dialog.js'
import { recordStrings as strings } from '../strings.js'
import { leaveWords } from './leaveWords.js'

export interface LeaveDialogProps {
  /** Whether a decision has not been sent. */
  isSigning: boolean
  onStay: () => void
  onLeave: () => void
}

/** Whether to leave with work that might be lost. */
export default function LeaveDialog({ isSigning, onStay, onLeave }: LeaveDialogProps) {
  const [title, text] = leaveWords(isSigning)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onStay()}
      title={title}
      description={text}
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
