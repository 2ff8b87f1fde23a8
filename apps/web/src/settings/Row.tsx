import type { ReactNode } from 'react'
import styles from './Row.module.css'

/** The rows of a section. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={`plain-list ${styles.rows}`} aria-label={label}>
      {children}
    </ul>
  )
}

export interface RowProps {
  /** A picture before the words; decoration only. */
  lead?: ReactNode
  title: string
  facts: readonly string[]
  /** It is there, and does nothing any more. */
  isOff?: boolean
  /** What can be done with it. */
  children?: ReactNode
}

/** One person, link or token: its name, what is to be known of it, what can be done. */
export function Row({ lead, title, facts, isOff = false, children }: RowProps) {
  return (
    <li className={styles.row} data-off={isOff || undefined}>
      {lead !== undefined && <span aria-hidden>{lead}</span>}
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p className={styles.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      {children}
    </li>
  )
}
