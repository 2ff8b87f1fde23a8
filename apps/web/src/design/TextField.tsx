import { Field } from '@base-ui/react/field'
import type { ComponentProps, ReactNode } from 'react'
import styles from './TextField.module.css'

export interface TextFieldProps extends Omit<ComponentProps<typeof Field.Control>, 'className' | 'name'> {
  /** Also the key of its error in the form's `errors`. */
  name: string
  label: string
  /** What to write, said before anything is wrong. */
  hint?: ReactNode
  /** Something at the end of the line, such as a button. */
  after?: ReactNode
}

/** One line of text with its label, its hint and, within a `Form`, its error beside it. */
export function TextField({ name, label, hint, after, ...control }: TextFieldProps) {
  return (
    <Field.Root name={name} className={styles.field}>
      <Field.Label className={styles.label}>{label}</Field.Label>
      <div className={styles.line}>
        <Field.Control {...control} className={styles.control} />
        {after}
      </div>
      {hint !== undefined && <Field.Description className={styles.hint}>{hint}</Field.Description>}
      <Field.Error className={styles.error} />
    </Field.Root>
  )
}
