import type { RecordSummary } from '@colophon/protocol'
import { useNavigate } from '@tanstack/react-router'
import { Archive, ArchiveRestore, Ellipsis, FileOutput, FolderOpen, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { recordsStrings } from '#strings/records'
import { late } from '../api/late.js'
import { Panel } from '../app/Panel.js'
import { IconButton } from '../design/IconButton.js'
import { Menu, type MenuEntry } from '../design/Menu.js'
import { say } from '../text/say.js'
import styles from './RecordMenu.module.css'
import { titleOf } from './titleOf.js'
import { useRecordActions } from './useRecordActions.js'

const RenameDialog = late(() => import('./RenameDialog.js'))

/** What can be done with a record from the list. */
export function RecordMenu({ record, mayWrite }: { record: RecordSummary; mayWrite: boolean }) {
  const navigate = useNavigate()
  const actions = useRecordActions(record)
  const [renaming, setRenaming] = useState(false)
  const params = { recordId: record.id }
  const trigger = (
    <IconButton
      label={say(recordsStrings.menu, { title: titleOf(record) })}
      icon={<Ellipsis size={18} aria-hidden />}
    />
  )
  const open: MenuEntry = {
    kind: 'item',
    label: recordsStrings.open,
    icon: <FolderOpen size={16} aria-hidden />,
    onSelect: () => void navigate({ to: '/records/$recordId', params }),
  }
  const preview: MenuEntry = {
    kind: 'item',
    label: recordsStrings.preview,
    icon: <FileOutput size={16} aria-hidden />,
    onSelect: () => void navigate({ to: '/records/$recordId/export', params }),
  }
  const writing: readonly MenuEntry[] = [
    { kind: 'separator', key: 'writing' },
    {
      kind: 'item',
      label: recordsStrings.rename,
      icon: <Pencil size={16} aria-hidden />,
      onSelect: () => setRenaming(true),
    },
    {
      kind: 'item',
      label: record.archived ? recordsStrings.unarchive : recordsStrings.archive,
      icon: record.archived ? <ArchiveRestore size={16} aria-hidden /> : <Archive size={16} aria-hidden />,
      onSelect: () => actions.archive(!record.archived),
    },
    {
      kind: 'item',
      label: recordsStrings.delete,
      icon: <Trash2 size={16} aria-hidden />,
      danger: true,
      onSelect: actions.remove,
    },
  ]
  return (
    <div className={styles.menu}>
      <Menu trigger={trigger} entries={[open, preview, ...(mayWrite ? writing : [])]} />
      <Panel open={renaming} onClose={() => setRenaming(false)}>
        <RenameDialog record={record} onOpenChange={setRenaming} />
      </Panel>
    </div>
  )
}
