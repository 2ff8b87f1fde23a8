import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import styles from './Checkbox.module.css'

export interface CheckboxProps {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  /** The words beside the box; without them, give `aria-label`. */
  children?: ReactNode
  'aria-label'?: string
  disabled?: boolean
  readOnly?: boolean
}

/** A real checkbox: Space ticks it, a form sees it, a screen reader reads it. */
export function Checkbox({ checked, onCheckedChange, children, disabled, readOnly = false, ...aria }: CheckboxProps) {
  const id = useId()
  const box = (
    <span className={styles.box}>
      <input
        {...aria}
        id={id}
        type="checkbox"
        className={styles.input}
        checked={checked}
        disabled={disabled}
        aria-readonly={readOnly || undefined}
        onChange={(event) => {
          if (!readOnly) onCheckedChange(event.target.checked)
        }}
      />
      {checked && <Check className={styles.mark} size={14} strokeWidth={3} aria-hidden />}
    </span>
  )
  if (children === undefined) return box
  return (
    <label htmlFor={id} className={styles.label}>
      {box}
      <span>{children}</span>
    </label>
  )
}
