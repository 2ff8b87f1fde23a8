import type { ReactNode } from 'react'
import styles from './Banner.module.css'

export type BannerTone = 'info' | 'warn' | 'problem'

/** A sentence that stays while something is so. `problem` is read out at once. */
export function Banner({ tone, children, action }: { tone: BannerTone; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'} data-print="no">
      <p>{children}</p>
      {action}
    </div>
  )
}
