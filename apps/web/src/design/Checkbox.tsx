import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import styles from './Checkbox.module.css'

export interface CheckboxProps {
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  /** The words beside the box; without them, give `aria-label`. */
  children?: ReactNode
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  disabled?: boolean
  readOnly?: boolean
  /** It takes no press now, and can still be reached and read; what `aria-describedby` names says why. */
  unavailable?: boolean
}

/** A real checkbox: Space ticks it, a form sees it, a screen reader reads it. */
export function Checkbox(props: CheckboxProps) {
  const { checked, onCheckedChange, children, disabled, readOnly = false, unavailable = false, ...aria } = props
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
        aria-disabled={unavailable || undefined}
        onChange={(event) => {
          if (!readOnly && !unavailable) onCheckedChange(event.target.checked)
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
