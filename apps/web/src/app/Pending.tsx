import styles from './Pending.module.css'
import { appStrings } from './strings.js'

/** A page is on its way. */
export function Pending() {
  return (
    <p className={styles.pending} role="status">
      {appStrings.loading}
    </p>
  )
}
