import type { ReactNode } from 'react'
import { appStrings } from '#strings/app'
import { sentenceOf } from '../api/errors.js'
import styles from './Section.module.css'

export interface SectionProps {
  /** Also where the address leads: `/settings#people`. */
  id: string
  title: string
  text: string
  /** What can be done in it: a button. */
  action?: ReactNode
  children: ReactNode
}

/** A part of the settings, with a heading of its own. */
export function Section({ id, title, text, action, children }: SectionProps) {
  const titleId = `${id}-title`
  return (
    <section id={id} className={styles.section} aria-labelledby={titleId}>
      <header className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {action}
      </header>
      <p className={styles.text}>{text}</p>
      {children}
    </section>
  )
}

/** What a section says that has no rows. */
export function Nothing({ children }: { children: string }) {
  return <p className={styles.nothing}>{children}</p>
}

/** What stands in a section's place until its rows have come, or where they could not. */
export function Waiting({ error, failed }: { error: Error | null; failed: string }) {
  if (error !== null) return <p role="alert">{sentenceOf(error, failed)}</p>
  return <p role="status">{appStrings.loading}</p>
}
