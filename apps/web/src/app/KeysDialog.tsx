import { keysStrings } from '#strings/keys'
import { Dialog } from '../design/Dialog.js'
import { KeyCaps } from './KeyCaps.js'
import styles from './KeysDialog.module.css'
import { useKeyGroups } from './keys.js'

/** Lists the keys that work on the page behind it. */
export default function KeysDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const groups = useKeyGroups()
  return (
    <Dialog open onOpenChange={onOpenChange} title={keysStrings.title} description={keysStrings.text} size="medium">
      {groups.map((group) => (
        <section key={group.title} className={styles.group}>
          <h3 className={styles.title}>{group.title}</h3>
          <dl className={styles.list}>
            {group.keys.map((key) => (
              <div key={key.keys} className={styles.row}>
                <dt>{key.does}</dt>
                <dd className={styles.keys}>
                  <KeyCaps keys={key.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
