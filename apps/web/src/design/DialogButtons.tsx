import { Button } from './Button.js'
import styles from './DialogButtons.module.css'

export interface DialogButtonsProps {
  cancel: string
  onCancel: () => void
  submit: string
  busy: boolean
}

/** The two buttons at the end of a form in a dialog. */
export function DialogButtons({ cancel, onCancel, submit, busy }: DialogButtonsProps) {
  return (
    <div className={styles.buttons}>
      <Button variant="quiet" onClick={onCancel}>
        {cancel}
      </Button>
      <Button type="submit" variant="primary" busy={busy}>
        {submit}
      </Button>
    </div>
  )
}
