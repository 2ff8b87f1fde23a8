import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox'
import { Field } from '@base-ui/react/field'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
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
export function Checkbox({ checked, onCheckedChange, children, disabled, readOnly, ...aria }: CheckboxProps) {
  const box = (
    <BaseCheckbox.Root
      {...aria}
      className={styles.box}
      checked={checked}
      disabled={disabled ?? false}
      readOnly={readOnly ?? false}
      onCheckedChange={(next) => onCheckedChange(next)}
    >
      <BaseCheckbox.Indicator className={styles.mark}>
        <Check size={14} strokeWidth={3} aria-hidden />
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  )
  if (children === undefined) return box
  return (
    <Field.Root>
      <Field.Label className={styles.label}>
        {box}
        <span>{children}</span>
      </Field.Label>
    </Field.Root>
  )
}
