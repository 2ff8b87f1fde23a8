import type { NewToken } from '@colophon/protocol'
import { useState } from 'react'
import { settingsStrings as strings } from '#strings/settings'
import { Button } from '../design/Button.js'
import { Dialog } from '../design/Dialog.js'
import styles from './NewTokenDialog.module.css'
import { NewTokenForm } from './NewTokenForm.js'
import { Secret } from './Secret.js'

export interface NewTokenDialogProps {
  mayWrite: boolean
  onOpenChange: (open: boolean) => void
}

/** Makes a token, and shows it this once. */
export default function NewTokenDialog({ mayWrite, onOpenChange }: NewTokenDialogProps) {
  const [made, setMade] = useState<NewToken>()
  const close = () => onOpenChange(false)
  if (made === undefined) {
    return (
      <Dialog
        open
        onOpenChange={onOpenChange}
        title={strings.tokenNew}
        description={strings.tokenNewText}
        size="medium"
      >
        <NewTokenForm mayWrite={mayWrite} onMade={setMade} onCancel={close} />
      </Dialog>
    )
  }
  const done = (
    <Button variant="primary" onClick={close}>
      {strings.done}
    </Button>
  )
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={strings.tokenMadeTitle}
      description={strings.tokenMadeText}
      size="medium"
      footer={done}
    >
      <Secret label={strings.tokenSecret} text={made.secret} />
      <p className={styles.how}>{strings.tokenHow}</p>
    </Dialog>
  )
}
