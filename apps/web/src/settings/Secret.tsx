import { settingsStrings as strings } from '#strings/settings'
import { CopyButton } from '../design/CopyButton.js'
import styles from './Secret.module.css'

/** Something to be copied, such as what is shown only once. */
export function Secret({ label, text }: { label: string; text: string }) {
  return (
    <div className={styles.secret}>
      <input
        className={styles.text}
        aria-label={label}
        readOnly
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={text} words={{ copy: strings.copy, copied: strings.copied, failed: strings.copyFailed }} />
    </div>
  )
}
