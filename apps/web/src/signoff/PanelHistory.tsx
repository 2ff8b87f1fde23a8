import { Suspense, useState } from 'react'
import { signoffStrings as strings } from '#strings/signoff'
import { late } from '../api/late.js'
import { recordAddress } from '../api/recordAddress.js'
import { useRecord } from '../record/state/recordContext.js'
import styles from './SignoffPanel.module.css'

const EventList = late(() => import('./history/EventList.js'))

/** What has been done with the record, for whoever opens it; and its log, to be checked elsewhere. */
export function PanelHistory() {
  const { id } = useRecord()
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{strings.history}</summary>
      {open && (
        <Suspense fallback={<p role="status">{strings.historyLoading}</p>}>
          <EventList />
        </Suspense>
      )}
      <p className={styles.links}>
        <a href={recordAddress(id, '/audit?format=json')} download={`${id}-log.json`}>
          {strings.logJson}
        </a>
        <a href={recordAddress(id, '/audit?format=csv')} download={`${id}-log.csv`}>
          {strings.logCsv}
        </a>
      </p>
    </details>
  )
}
