import { designStrings as strings } from '#strings/design'
import { Button } from './Button.js'
import { Dialog } from './Dialog.js'

export interface LeaveDialogProps {
  title: string
  text: string
  onStay: () => void
  onLeave: () => void
}

/** Whether to leave with something that would be lost. */
export default function LeaveDialog({ title, text, onStay, onLeave }: LeaveDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onStay()}
      title={title}
      description={text}
      footer={
        <>
          <Button onClick={onLeave}>{strings.leave}</Button>
          <Button variant="primary" onClick={onStay}>
            {strings.stay}
          </Button>
        </>
      }
    />
  )
}
