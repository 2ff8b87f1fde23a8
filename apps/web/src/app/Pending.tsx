import { appStrings } from '#strings/app'
import styles from './Pending.module.css'

/** A page is on its way. */
export function Pending() {
  return (
    <p className={styles.pending} role="status">
      {appStrings.loading}
    </p>
  )
}
