import { signoffStrings } from '../strings.js'
import styles from './Dialog.module.css'

/** What an approval is, and what it is not. */
export function Evidence() {
  return <p className={styles.evidence}>{signoffStrings.evidence}</p>
}
