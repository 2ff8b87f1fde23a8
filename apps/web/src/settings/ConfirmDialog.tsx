import { settingsStrings as strings } from '#strings/settings'
import { Button } from '../design/Button.js'
import { Dialog } from '../design/Dialog.js'

export interface ConfirmDialogProps {
  title: string
  /** What will happen, and what stays. */
  text: string
  yes: string
  busy: boolean
  onYes: () => void
  onClose: () => void
}

/** Asks before something that shuts somebody or something out. */
export function ConfirmDialog({ title, text, yes, busy, onYes, onClose }: ConfirmDialogProps) {
  const footer = (
    <>
      <Button variant="quiet" onClick={onClose}>
        {strings.cancel}
      </Button>
      <Button variant="danger" busy={busy} onClick={onYes}>
        {yes}
      </Button>
    </>
  )
  return <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={text} footer={footer} />
}
