import { Field } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import styles from './TextField.module.css'

export interface TextAreaProps {
  /** Also the key of its error in the form's `errors`. */
  name: string
  label: string
  /** What to write, said before anything is wrong. */
  hint?: ReactNode
  maxLength?: number
}

/** A few lines of text with their label, their hint and, within a `Form`, their error beside them. */
export function TextArea({ name, label, hint, maxLength }: TextAreaProps) {
  return (
    <Field.Root name={name} className={styles.field}>
      <Field.Label className={styles.label}>{label}</Field.Label>
      <Field.Control render={<textarea rows={3} maxLength={maxLength} />} className={styles.area} />
      {hint !== undefined && <Field.Description className={styles.hint}>{hint}</Field.Description>}
      <Field.Error className={styles.error} />
    </Field.Root>
  )
}
