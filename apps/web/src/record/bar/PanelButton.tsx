import { PenLine } from 'lucide-react'
import { panelStrings as strings } from '#strings/recordPanel'
import { IconButton } from '../../design/IconButton.js'
import { useKnowledge } from '../panel/knowledge.js'
import { useWatch } from '../state/useShared.js'
import styles from './PanelButton.module.css'

/** The way to the panel where that has no room of its own. It tells whether there is something in it to look at. */
export function PanelButton({ onClick }: { onClick: () => void }) {
  const { checks, news } = useKnowledge()
  const checked = useWatch(checks)
  const isNew = useWatch(news).kind === 'some' || (checked.kind === 'looked' && checked.findings.length > 0)
  return (
    <span className={styles.button}>
      <IconButton
        label={isNew ? strings.showNew : strings.show}
        icon={<PenLine size={18} aria-hidden />}
        onClick={onClick}
      />
      {isNew && <span className={styles.mark} />}
    </span>
  )
}
