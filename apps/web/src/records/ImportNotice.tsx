import { X } from 'lucide-react'
import { recordsStrings } from '#strings/records'
import { IconButton } from '../design/IconButton.js'
import { say } from '../text/say.js'
import styles from './ImportNotice.module.css'
import type { ImportState } from './useImport.js'

/** How an import goes: under way, or refused and why. */
export function ImportNotice({ state, onDismiss }: { state: ImportState; onDismiss: () => void }) {
  switch (state.kind) {
    case 'idle':
      return null
    case 'reading':
    case 'making':
      return (
        <p className={styles.notice} role="status">
          {say(recordsStrings.importing[state.kind], state)}
        </p>
      )
    case 'refused':
      return (
        <div className={styles.notice} data-tone="problem" role="alert">
          <div className={styles.words}>
            <strong>{state.title}</strong>
            <p>{state.detail}</p>
          </div>
          <IconButton label={recordsStrings.dismiss} icon={<X size={18} aria-hidden />} onClick={onDismiss} />
        </div>
      )
    default:
      return state satisfies never
  }
}
