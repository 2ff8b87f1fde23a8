import type { ReactNode } from 'react'
import styles from './AccountLayout.module.css'

/** A page for somebody who is not in yet: the mark, a title, one form. */
export function AccountLayout({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  return (
    <main className={styles.page}>
      <img className={styles.mark} src="/icon.svg" alt="" width={36} height={36} />
      <h1 className={styles.title}>{title}</h1>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {children}
    </main>
  )
}
