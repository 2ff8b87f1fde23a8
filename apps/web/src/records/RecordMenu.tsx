import type { RecordSummary } from '@colophon/protocol'
import { useNavigate } from '@tanstack/react-router'
import { Archive, ArchiveRestore, Ellipsis, FileOutput, FolderOpen, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../design/IconButton.js'
import { Menu, MenuItem, MenuSeparator } from '../design/Menu.js'
import { say } from '../text/say.js'
import styles from './RecordMenu.module.css'
import { RenameDialog } from './RenameDialog.js'
import { recordsStrings } from './strings.js'
import { titleOf } from './titleOf.js'
import { useRecordActions } from './useRecordActions.js'

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
  return (
    <div className={styles.menu}>
      <Menu trigger={trigger}>
        <MenuItem
          icon={<FolderOpen size={16} aria-hidden />}
          onSelect={() => void navigate({ to: '/records/$recordId', params })}
        >
          {recordsStrings.open}
        </MenuItem>
        <MenuItem
          icon={<FileOutput size={16} aria-hidden />}
          onSelect={() => void navigate({ to: '/records/$recordId/export', params })}
        >
          {recordsStrings.preview}
        </MenuItem>
        {mayWrite && (
          <>
            <MenuSeparator />
            <MenuItem icon={<Pencil size={16} aria-hidden />} onSelect={() => setRenaming(true)}>
              {recordsStrings.rename}
            </MenuItem>
            <MenuItem
              icon={record.archived ? <ArchiveRestore size={16} aria-hidden /> : <Archive size={16} aria-hidden />}
              onSelect={() => actions.archive(!record.archived)}
            >
              {record.archived ? recordsStrings.unarchive : recordsStrings.archive}
            </MenuItem>
            <MenuItem icon={<Trash2 size={16} aria-hidden />} danger onSelect={actions.remove}>
              {recordsStrings.delete}
            </MenuItem>
          </>
        )}
      </Menu>
      {renaming && <RenameDialog record={record} onOpenChange={setRenaming} />}
    </div>
  )
}
