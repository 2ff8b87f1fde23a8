import type { ReactNode } from 'react'
import styles from './Message.module.css'

export interface MessageProps {
  title: string
  children: ReactNode
  /** What can be done: buttons and links. */
  actions?: ReactNode
  /** Read out at once. */
  urgent?: boolean
}

/** A page, or a part of one, that has only words to show: nothing found, nothing here yet, something stopped. */
export function Message({ title, children, actions, urgent = false }: MessageProps) {
  return (
    <section className={styles.message} role={urgent ? 'alert' : undefined}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
