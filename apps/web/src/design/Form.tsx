import { Form as BaseForm } from '@base-ui/react/form'
import type { ReactNode } from 'react'
import styles from './Form.module.css'

/** Give the same object until the next submit: a new one puts its sentences back. */
export type FieldErrors = Record<string, string>

export interface FormProps {
  /** Sentences by field name. The first such field takes the focus; typing in a field takes its sentence away. */
  errors?: FieldErrors | undefined
  /** A sentence about the whole. */
  problem?: ReactNode
  onSubmit: (values: FormData) => void
  children: ReactNode
}

/** A form whose errors stand beside their fields. Checking is `onSubmit`'s; the browser's own bubbles stay away. */
export function Form({ errors, problem, onSubmit, children }: FormProps) {
  return (
    <BaseForm
      className={styles.form}
      errors={errors}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(new FormData(event.currentTarget))
      }}
    >
      {children}
      <div role="alert" className={styles.problem}>
        {problem}
      </div>
    </BaseForm>
  )
}

/** What a field of a submitted form holds; the empty string when there is none. */
export function fieldOf(values: FormData, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' ? value : ''
}
