import type { RecordSummary, RecordList as Records } from '@colophon/protocol'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { recordsStrings } from '#strings/records'
import { sentenceOf } from '../api/errors.js'
import { Button } from '../design/Button.js'
import { say } from '../text/say.js'
import { EmptyList } from './EmptyList.js'
import styles from './RecordList.module.css'
import { RecordRow, type RecordRowProps } from './RecordRow.js'
import type { RecordsSearch } from './recordsSearch.js'

export interface RecordListProps {
  records: UseQueryResult<Records>
  search: RecordsSearch
  mayWrite: boolean
  onShowAll: () => void
}

/** The records that fit, what waits for one's own sign-off first, then the last edited; or why there are none. */
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
  const waiting = records.data.records.filter((record) => record.waiting.length > 0)
  const others = search.waiting === true ? [] : records.data.records.filter((record) => record.waiting.length === 0)
  const found = [...waiting, ...others]
  if (found.length === 0) return <EmptyList search={search} onShowAll={onShowAll} />
  return (
    <>
      <p className="visually-hidden" role="status">
        {say(recordsStrings.count, { count: found.length })}
      </p>
      <div className={styles.groups} data-stale={records.isPlaceholderData || undefined}>
        {waiting.length > 0 && (
          <Group title={say(recordsStrings.waitingGroup, { count: waiting.length })}>
            <Rows records={waiting} heading="h3" mayWrite={mayWrite} />
          </Group>
        )}
        {waiting.length > 0 && others.length > 0 && (
          <Group title={recordsStrings.otherGroup}>
            <Rows records={others} heading="h3" mayWrite={mayWrite} />
          </Group>
        )}
        {waiting.length === 0 && <Rows records={others} heading="h2" mayWrite={mayWrite} />}
      </div>
    </>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className={styles.group}>{title}</h2>
      {children}
    </section>
  )
}

interface RowsProps extends Pick<RecordRowProps, 'heading' | 'mayWrite'> {
  records: readonly RecordSummary[]
}

function Rows({ records, ...props }: RowsProps) {
  return (
    <ul className={`plain-list ${styles.list}`}>
      {records.map((record) => (
        <RecordRow key={record.id} record={record} {...props} />
      ))}
    </ul>
  )
}
