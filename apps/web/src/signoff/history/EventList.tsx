import { useQuery } from '@tanstack/react-query'
import { signoffStrings } from '#strings/signoff'
import { sentenceOf } from '../../api/errors.js'
import { historyQuery } from '../../api/signoffQueries.js'
import { useRecord } from '../../record/state/recordContext.js'
import { RelativeTime } from '../../text/RelativeTime.js'
import styles from '../SignoffPanel.module.css'
import { useLedger } from '../useLedger.js'
import { eventWords } from './eventWords.js'

/** What has been done with the record, newest first. */
export default function EventList() {
  const { id } = useRecord()
  const { version } = useLedger()
  const { data, error } = useQuery({ ...historyQuery(id, version), placeholderData: (before) => before })
  if (error !== null) return <p role="alert">{sentenceOf(error, signoffStrings.historyFailed)}</p>
  if (data === undefined) return <p role="status">{signoffStrings.historyLoading}</p>
  return (
    <ol className={`plain-list ${styles.events}`} reversed>
      {data.entries.toReversed().map((entry) => (
        <li key={entry.number}>
          {eventWords(entry)}{' '}
          <span className={styles.when}>
            <RelativeTime iso={entry.at} />
          </span>
        </li>
      ))}
    </ol>
  )
}
