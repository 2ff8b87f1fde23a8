import type { ReactNode, Ref } from 'react'
import styles from './Part.module.css'

export interface PartProps {
  title: string
  /** Something that keeps the focus, whether there is something in it or not. */
  attach?: Ref<HTMLElement>
  /** How much there is in it, in a few words. */
  note: string
  /** Absent where there is nothing to open. */
  children?: ReactNode
}

/** A part of the panel: one quiet line, which opens where there is something in it. */
export function Part({ title, attach, note, children }: PartProps) {
  const line = (
    <>
      <h2 className={styles.title}>{title}</h2>
      <span className={styles.note}>{note}</span>
    </>
  )
  return (
    <section ref={attach} className={styles.part} aria-label={title} tabIndex={-1}>
      {children === undefined ? (
        <div className={styles.line}>{line}</div>
      ) : (
        <details>
          <summary className={styles.line} data-full>
            {line}
          </summary>
          {children}
        </details>
      )}
    </section>
  )
}
