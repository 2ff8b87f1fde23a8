import { Button } from '../../design/Button.js'
import { CopyButton } from '../../design/CopyButton.js'
import { Dialog } from '../../design/Dialog.js'
import styles from './LostDialog.module.css'
import type { LostSlot } from './lostSlots.js'
import { restoredStrings as strings } from './strings.js'

export interface LostDialogProps {
  lost: readonly LostSlot[]
  open: boolean
  onOpenChange: (open: boolean) => void
  onDismiss: () => void
}

const copyWords = { copied: strings.copied, failed: strings.copyFailed }

/** Text to be copied to where it belongs, slot by slot. */
export function LostDialog({ lost, open, onOpenChange, onDismiss }: LostDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title={strings.title}
      description={strings.text}
      footer={
        <>
          <p className={styles.note}>{strings.dismissText}</p>
          <Button onClick={onDismiss}>{strings.dismiss}</Button>
          {lost.length > 1 && (
            <CopyButton text={lost.map(inWords).join('\n\n')} words={{ ...copyWords, copy: strings.copyAll }} />
          )}
        </>
      }
    >
      <ul className="plain-list">
        {lost.map((slot) => (
          <li key={slot.path} className={styles.slot}>
            <h3 className={styles.label}>{nameOf(slot)}</h3>
            <pre className={styles.text}>{slot.text}</pre>
            <CopyButton text={slot.text} words={{ ...copyWords, copy: strings.copy }} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const nameOf = ({ within, label }: LostSlot) => [...within, label].join(' › ')
const inWords = (slot: LostSlot) => `${nameOf(slot)}\n${slot.text}`
