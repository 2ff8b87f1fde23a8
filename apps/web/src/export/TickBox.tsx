import { Check } from 'lucide-react'
import type { ComponentProps } from 'react'
import { exportStrings } from '#strings/export'
import styles from './TickBox.module.css'

/** The box of a task in the file: it shows, and cannot be ticked here. */
export function TickBox({ checked }: ComponentProps<'input'>) {
  return (
    <span
      className={styles.box}
      data-checked={checked || undefined}
      role="img"
      aria-label={checked === true ? exportStrings.ticked : exportStrings.unticked}
    >
      {checked === true && <Check size={12} strokeWidth={3} aria-hidden />}
    </span>
  )
}
