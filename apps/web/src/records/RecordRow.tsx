import type { RecordSummary } from '@colophon/protocol'
import { Link } from '@tanstack/react-router'
import { recordsStrings } from '#strings/records'
import { AvatarStack } from '../design/Avatar.js'
import { ProgressRing } from '../design/ProgressRing.js'
import { RelativeTime } from '../text/RelativeTime.js'
import { say } from '../text/say.js'
import { RecordMenu } from './RecordMenu.js'
import styles from './RecordRow.module.css'
import { titleOf } from './titleOf.js'

export interface RecordRowProps {
  record: RecordSummary
  /** How deep its title stands in the page. */
  heading: 'h2' | 'h3'
  mayWrite: boolean
}

/** One record of the list: its title leads to it, the rest says how far it is. */
export function RecordRow({ record, heading: Heading, mayWrite }: RecordRowProps) {
  const { completeness, signed, waiting } = record
  const filled = say(recordsStrings.filled, { count: completeness.filled, total: completeness.total })
  return (
    <li className={styles.row}>
      <ProgressRing
        count={completeness.filled}
        total={completeness.total}
        label={recordsStrings.filledLabel}
        text={filled}
        size={26}
      />
      <div className={styles.words}>
        <Heading className={styles.title}>
          <Link to="/records/$recordId" params={{ recordId: record.id }} className={styles.link}>
            {titleOf(record)}
          </Link>
        </Heading>
        <p className={styles.facts}>
          {waiting.length > 0 && (
            <span className={styles.waiting}>{say(recordsStrings.waitingAs, { labels: waiting.join(', ') })}</span>
          )}
          <span className={styles.status} data-status={record.status}>
            {recordsStrings.statuses[record.status]}
          </span>
          <span>{filled}</span>
          {signed.total > 0 && <span>{say(recordsStrings.signed, { count: signed.filled, total: signed.total })}</span>}
          <span>
            {recordsStrings.edited} <RelativeTime iso={record.updatedAt} />
          </span>
        </p>
      </div>
      <AvatarStack people={record.present} label={recordsStrings.hereNow} />
      <RecordMenu record={record} mayWrite={mayWrite} />
    </li>
  )
}
