import type { RecordList as Records } from '@colophon/protocol'
import type { UseQueryResult } from '@tanstack/react-query'
import { sentenceOf } from '../api/errors.js'
import { Button } from '../design/Button.js'
import { say } from '../text/say.js'
import { EmptyList } from './EmptyList.js'
import styles from './RecordList.module.css'
import { RecordRow } from './RecordRow.js'
import type { RecordsSearch } from './recordsSearch.js'
import { recordsStrings } from './strings.js'

export interface RecordListProps {
  records: UseQueryResult<Records>
  search: RecordsSearch
  mayWrite: boolean
  onShowAll: () => void
}

/** The records that fit, last edited first; or why there are none. */
export function RecordList({ records, search, mayWrite, onShowAll }: RecordListProps) {
  if (records.data === undefined) {
    return records.isError ? (
      <div role="alert" className={styles.note}>
        <p>{sentenceOf(records.error, recordsStrings.loadFailed)}</p>
        <Button onClick={() => void records.refetch()}>{recordsStrings.tryAgain}</Button>
      </div>
    ) : (
      <p role="status" className={styles.note}>
        {recordsStrings.loading}
      </p>
    )
  }
  const found = records.data.records
  if (found.length === 0) return <EmptyList search={search} onShowAll={onShowAll} />
  return (
    <>
      <p className="visually-hidden" role="status">
        {say(recordsStrings.count, { count: found.length })}
      </p>
      <ul className={`plain-list ${styles.list}`} data-stale={records.isPlaceholderData || undefined}>
        {found.map((record) => (
          <RecordRow key={record.id} record={record} mayWrite={mayWrite} />
        ))}
      </ul>
    </>
  )
}
