import { signoffStrings } from '#strings/signoff'
import styles from './Dialog.module.css'

/** What an approval is, and what it is not. */
export function Evidence() {
  return <p className={styles.evidence}>{signoffStrings.evidence}</p>
}
