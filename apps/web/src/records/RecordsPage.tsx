import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useCallback, useState } from 'react'
import { recordsStrings } from '#strings/records'
import { useSession } from '../account/useSession.js'
import { late } from '../api/late.js'
import { recordsQuery } from '../api/queries.js'
import { type KeyGroup, useKey, useKeyHelp } from '../app/keys.js'
import { Panel } from '../app/Panel.js'
import { usePageTitle } from '../app/usePageTitle.js'
import { Button } from '../design/Button.js'
import { say } from '../text/say.js'
import { DropTarget } from './DropTarget.js'
import { Filters } from './Filters.js'
import { ImportButton } from './ImportButton.js'
import { ImportNotice } from './ImportNotice.js'
import { RecordList } from './RecordList.js'
import styles from './RecordsPage.module.css'
import { queryOf, type RecordsSearch } from './recordsSearch.js'
import { useImport } from './useImport.js'

const NewRecordDialog = late(() => import('./NewRecordDialog.js'))

const keyHelp: KeyGroup = {
  title: recordsStrings.keys,
  keys: [
    { keys: '/', does: recordsStrings.keySearch },
    { keys: 'n', does: recordsStrings.keyNew },
  ],
}

/** Every record of the workspace, and the ways to get another. */
export function RecordsPage() {
  useKeyHelp(keyHelp)
  const { user } = useSession()
  const mayWrite = user.role !== 'viewer'
  const search = useSearch({ from: '/frame/' })
  const navigate = useNavigate({ from: '/' })
  const records = useQuery({ ...recordsQuery(queryOf(search)), placeholderData: keepPreviousData })
  const waits = records.data?.records.filter(({ waiting }) => waiting.length > 0).length ?? 0
  usePageTitle(waits === 0 ? recordsStrings.title : say(recordsStrings.titleWaiting, { count: waits }))
  const imports = useImport()
  const [creating, setCreating] = useState(false)
  useKey(
    'n',
    useCallback(() => setCreating(mayWrite), [mayWrite]),
  )

  const handleSearch = useCallback((next: RecordsSearch) => void navigate({ search: next, replace: true }), [navigate])
  const actions = mayWrite && (
    <div className={styles.actions}>
      <ImportButton busy={imports.isBusy} onFile={imports.take} />
      <Button variant="primary" icon={<Plus size={17} aria-hidden />} onClick={() => setCreating(true)}>
        {recordsStrings.newRecord}
      </Button>
    </div>
  )
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{recordsStrings.title}</h1>
        {actions}
      </header>
      <Filters search={search} onSearch={handleSearch} />
      <ImportNotice state={imports.state} onDismiss={imports.dismiss} />
      <RecordList records={records} search={search} mayWrite={mayWrite} onShowAll={() => handleSearch({})} />
      {mayWrite && <DropTarget onFiles={imports.takeAll} />}
      <Panel open={creating} onClose={() => setCreating(false)}>
        <NewRecordDialog onOpenChange={setCreating} />
      </Panel>
    </div>
  )
}
