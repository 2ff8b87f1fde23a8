import { Link } from '@tanstack/react-router'
import { FileOutput, ListTree, Redo2, Share2, Undo2 } from 'lucide-react'
import { recordStrings as strings } from '#strings/record'
import { keyCaps } from '../../app/keys.js'
import { Button, buttonClass } from '../../design/Button.js'
import { IconButton } from '../../design/IconButton.js'
import { FillControls } from '../fill/Filling.js'
import { Knowing, PanelButton } from '../panel/Beside.js'
import { useRecord } from '../state/recordContext.js'
import { useHistory, useReadOnly, useSessionState } from '../state/useSessionState.js'
import { useTitle } from '../state/useTitle.js'
import { CompletenessRing } from './CompletenessRing.js'
import { People } from './People.js'
import styles from './RecordBar.module.css'
import { SaveStatus } from './SaveStatus.js'

export interface RecordBarProps {
  onOutline: () => void
  onPanel: () => void
}

/** What stays in view while one reads: which record it is, who is here, and whether it is saved. */
export function RecordBar({ onOutline, onPanel }: RecordBarProps) {
  const { id, dialogs } = useRecord()
  return (
    <section className={styles.bar} data-print="no" aria-label={strings.bar}>
      <span className={styles.outlineButton}>
        <IconButton label={strings.outlineShow} icon={<ListTree size={18} aria-hidden />} onClick={onOutline} />
      </span>
      <div className={styles.names}>
        <Title />
        <Status />
        <CompletenessRing />
        <FillControls />
      </div>
      <div className={styles.tools}>
        <SaveStatus />
        <Knowing />
        <People />
        <HistoryButtons />
        <span className={styles.wide}>
          <Button
            variant="quiet"
            size="small"
            icon={<Share2 size={16} aria-hidden />}
            onClick={() => dialogs.open({ kind: 'share' })}
          >
            {strings.share}
          </Button>
        </span>
        <Link
          to="/records/$recordId/export"
          params={{ recordId: id }}
          className={buttonClass('secondary', 'small')}
          aria-label={strings.preview}
        >
          <FileOutput size={16} aria-hidden />
          <span className={styles.wide}>{strings.previewShort}</span>
        </Link>
        <PanelButton onClick={onPanel} />
      </div>
    </section>
  )
}

function Title() {
  const title = useTitle()
  return (
    <span className={styles.title} title={title} dir="auto">
      {title}
    </span>
  )
}

const statuses = {
  draft: strings.statusDraft,
  'in review': strings.statusInReview,
  completed: strings.statusCompleted,
} as const

function Status() {
  const status = useSessionState(useRecord().session, (state) => state.ledger?.status)
  if (status === undefined) return null
  return (
    <span className={styles.status} data-status={status}>
      {statuses[status]}
    </span>
  )
}

function HistoryButtons() {
  const { canUndo, canRedo, undo, redo } = useHistory()
  if (useReadOnly()) return null
  return (
    <span className={styles.history}>
      <IconButton
        label={strings.undo}
        shortcut={keyCaps('mod+z').join(' ')}
        icon={<Undo2 size={18} aria-hidden />}
        disabled={!canUndo}
        onClick={undo}
      />
      <IconButton
        label={strings.redo}
        shortcut={keyCaps('shift+mod+z').join(' ')}
        icon={<Redo2 size={18} aria-hidden />}
        disabled={!canRedo}
        onClick={redo}
      />
    </span>
  )
}
