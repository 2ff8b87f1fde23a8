import type { Signoff } from '@colophon/protocol'
import { Ellipsis } from 'lucide-react'
import { signoffStrings as strings } from '#strings/signoff'
import { Button } from '../design/Button.js'
import { IconButton } from '../design/IconButton.js'
import { Menu } from '../design/Menu.js'
import { useRecord } from '../record/state/recordContext.js'
import { say } from '../text/say.js'
import { SignoffBox } from './SignoffBox.js'
import styles from './SignoffPanel.module.css'
import { useLedger, useRight } from './useLedger.js'
import { useLineMenu } from './useLineMenu.js'

/** One sign-off of the panel: its role, its box, and what else can be done there. */
export function PanelLine({ line }: { line: Signoff }) {
  const { role, label, required, eligible, decision } = line
  const { dialogs } = useRecord()
  const entries = useLineMenu(line)
  const isOwner = useRight() === 'owner'
  const { locked } = useLedger()
  const mayChoose = eligible.length === 0 && decision === null && isOwner && !locked
  return (
    <li className={styles.line}>
      <div className={styles.heading}>
        <h3 className={styles.role}>{label}</h3>
        {!required && <span className={styles.optional}>{strings.optional}</span>}
        {entries.length > 0 && (
          <Menu
            entries={entries}
            trigger={<IconButton label={say(strings.menu, { label })} icon={<Ellipsis size={16} aria-hidden />} />}
          />
        )}
      </div>
      <SignoffBox role={role} label={label} explains={mayChoose ? 'none' : 'own'} />
      {mayChoose && (
        <span className={styles.choose}>
          <Button
            size="small"
            aria-label={say(strings.chooseFor, { label })}
            onClick={() => dialogs.open({ kind: 'assign', role })}
          >
            {strings.choose}
          </Button>
        </span>
      )}
    </li>
  )
}
