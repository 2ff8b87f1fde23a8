import type { ReactNode } from 'react'
import styles from './LinkButton.module.css'

export interface LinkButtonProps {
  onClick: () => void
  children: ReactNode
}

/** A button among words that looks like a link: it leads somewhere on this page, or does something small. */
export function LinkButton({ onClick, children }: LinkButtonProps) {
  return (
    <button type="button" className={styles.button} onClick={onClick}>
      {children}
    </button>
  )
}
