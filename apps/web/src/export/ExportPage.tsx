import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import { sentenceOf } from '../api/errors.js'
import { markdownQuery, recordQuery } from '../api/queries.js'
import { usePageTitle } from '../app/usePageTitle.js'
import { Button } from '../design/Button.js'
import { titleOf } from '../records/titleOf.js'
import { say } from '../text/say.js'
import { decode } from './decode.js'
import styles from './ExportPage.module.css'
import { markdownQueryOf } from './exportSearch.js'
import { fileNameOf } from './fileName.js'
import { PrintedSignoffs } from './PrintedSignoffs.js'
import { Sides } from './Sides.js'
import { exportStrings } from './strings.js'
import { Toolbar } from './Toolbar.js'
import { Unfilled } from './Unfilled.js'
import { slotLabels, unfilledSlots } from './unfilledSlots.js'

/** How often the record's status and sign-offs are asked for, ms. */
const followMs = 4_000

/** The file as it will be committed: how it reads, its exact text, what is missing, and the ways to take it away. */
export function ExportPage() {
  const { recordId } = useParams({ from: '/frame/records/$recordId/export' })
  const search = useSearch({ from: '/frame/records/$recordId/export' })
  // Others go on signing, as they go on writing.
  const record = useSuspenseQuery({ ...recordQuery(recordId), refetchInterval: followMs }).data
  const query = markdownQueryOf(search, record.status)
  const title = titleOf(record)
  usePageTitle(say(exportStrings.pageTitle, { title }))

  const file = useQuery({ ...markdownQuery(recordId, query), placeholderData: keepPreviousData })
  const kept = useQuery(markdownQuery(recordId, { ...query, unfilled: 'keep' }))
  const text = useMemo(() => (file.data === undefined ? undefined : decode(file.data)), [file.data])
  const { signoffs } = record.ledger
  const labelOf = useMemo(() => slotLabels(signoffs), [signoffs])
  const missing = useMemo(
    () => (kept.data === undefined ? undefined : unfilledSlots(decode(kept.data), signoffs)),
    [kept.data, signoffs],
  )
  // Reading a long file again may take a while; the choice that asked for it must not wait.
  const shown = useDeferredValue(text)

  return (
    <div className={styles.page}>
      <Toolbar
        recordId={recordId}
        title={title}
        fileName={fileNameOf(record.title)}
        query={query}
        file={file.isPlaceholderData ? undefined : file.data}
        text={text}
      />
      {file.isError && text === undefined ? (
        <div role="alert" className={styles.note}>
          <p>{sentenceOf(file.error, exportStrings.loadFailed)}</p>
          <Button onClick={() => void file.refetch()}>{exportStrings.tryAgain}</Button>
        </div>
      ) : (
        <>
          <PrintedSignoffs ledger={record.ledger} />
          {missing !== undefined && <Unfilled recordId={recordId} slots={missing} labelOf={labelOf} />}
          {shown === undefined ? (
            <p role="status" className={styles.note}>
              {exportStrings.loading}
            </p>
          ) : (
            <Sides recordId={recordId} markdown={shown} labelOf={labelOf} />
          )}
        </>
      )}
    </div>
  )
}
