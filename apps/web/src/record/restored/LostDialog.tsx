import { useId } from 'react'
import { restoredStrings as strings } from '#strings/recordRestored'
import { Button } from '../../design/Button.js'
import { CopyButton } from '../../design/CopyButton.js'
import { Dialog } from '../../design/Dialog.js'
import styles from './LostDialog.module.css'
import type { LostSlot } from './lostSlots.js'
import type { OfferWords } from './words.js'

export interface LostDialogProps {
  lost: readonly LostSlot[]
  words: Pick<OfferWords, 'title' | 'text'>
  /** What becomes of it. */
  note: string
  open: boolean
  onOpenChange: (open: boolean) => void
  onDismiss: () => void
}

const copyWords = { copied: strings.copied, failed: strings.copyFailed }

/** Text to be copied to where it belongs, slot by slot. */
export function LostDialog({ lost, words, note, open, onOpenChange, onDismiss }: LostDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title={words.title}
      description={words.text}
      footer={
        <>
          <p className={styles.note}>{note}</p>
          <Button onClick={onDismiss}>{strings.dismiss}</Button>
          {lost.length > 1 && (
            <CopyButton text={lost.map(inWords).join('\n\n')} words={{ ...copyWords, copy: strings.copyAll }} />
          )}
        </>
      }
    >
      <ul className="plain-list">
        {lost.map((slot) => (
          <LostText key={`${slot.path} ${slot.text}`} slot={slot} />
        ))}
      </ul>
    </Dialog>
  )
}

/** A field, so that its text can be chosen as a whole by hand, and a long one scrolls beside its button. */
function LostText({ slot }: { slot: LostSlot }) {
  const id = useId()
  return (
    <li className={styles.slot}>
      <h3 id={id} className={styles.label}>
        {nameOf(slot)}
      </h3>
      <textarea className={styles.text} aria-labelledby={id} readOnly rows={rowsOf(slot.text)} value={slot.text} />
      <CopyButton text={slot.text} words={{ ...copyWords, copy: strings.copy }} />
    </li>
  )
}

/** For browsers that do not fit a field to its text. */
const rowsOf = (text: string) =>
  Math.min(mostRows, text.split('\n', mostRows).length + Math.floor(text.length / rowChars))
const mostRows = 12
const rowChars = 80

const nameOf = ({ within, label }: LostSlot) => [...within, label].join(' › ')
const inWords = (slot: LostSlot) => `${nameOf(slot)}\n${slot.text}`
