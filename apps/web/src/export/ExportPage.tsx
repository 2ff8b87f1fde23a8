import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { exportStrings } from '#strings/export'
import { sentenceOf } from '../api/errors.js'
import { markdownQuery, recordQuery } from '../api/queries.js'
import { usePageTitle } from '../app/usePageTitle.js'
import { Button } from '../design/Button.js'
import { titleOf } from '../records/titleOf.js'
import { say } from '../text/say.js'
import { decode } from './decode.js'
import styles from './ExportPage.module.css'
import { markdownQueryOf } from './exportSearch.js'
import { fileNameOf, withoutEnding } from './fileName.js'
import { PrintedSignoffs } from './PrintedSignoffs.js'
import { Sides } from './Sides.js'
import { Toolbar } from './Toolbar.js'
import { Unfilled } from './Unfilled.js'
import { slotPlaces, unfilledSlots } from './unfilledSlots.js'
import { type Exported, useExport } from './useExport.js'
import { usePrintedTitle } from './usePrintedTitle.js'

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
  const fileName = fileNameOf(record.title)
  usePageTitle(say(exportStrings.pageTitle, { title }))
  usePrintedTitle(withoutEnding(fileName))

  const exported = useExport(recordId, query)
  const kept = useQuery(markdownQuery(recordId, { ...query, unfilled: 'keep' }))
  const { signoffs } = record.ledger
  const placeOf = useMemo(() => slotPlaces(signoffs), [signoffs])
  const missing = useMemo(
    () => (kept.data === undefined ? undefined : unfilledSlots(decode(kept.data), signoffs)),
    [kept.data, signoffs],
  )
  const { text, isPreparing, error } = exported

  return (
    <div className={styles.page}>
      <Toolbar recordId={recordId} title={title} fileName={fileName} query={query} exported={exported} />
      <p role="status" className={styles.progress} data-print="no">
        {isPreparing && error === null && exportStrings.loading}
      </p>
      {error !== null && <Failed exported={exported} error={error} />}
      {text !== undefined && (
        <>
          <PrintedSignoffs ledger={record.ledger} />
          {missing !== undefined && <Unfilled recordId={recordId} slots={missing} placeOf={placeOf} />}
          <div className={styles.file} aria-busy={isPreparing}>
            <Sides recordId={recordId} markdown={text} placeOf={placeOf} />
          </div>
        </>
      )}
    </div>
  )
}

/** What could not be shown, or what is shown and may be old. */
function Failed({ exported: { text, retry }, error }: { exported: Exported; error: Error }) {
  return (
    <div role="alert" className={styles.note} data-print="no">
      <p>{sentenceOf(error, text === undefined ? exportStrings.loadFailed : exportStrings.followFailed)}</p>
      <Button onClick={retry}>{exportStrings.tryAgain}</Button>
    </div>
  )
}
