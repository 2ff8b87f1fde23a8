import { useQuery } from '@tanstack/react-query'
import { decisionStrings as strings } from '#strings/signoffDecision'
import { changesQuery } from '../../api/signoffQueries.js'
import { useRecord } from '../../record/state/recordContext.js'
import { say } from '../../text/say.js'
import styles from '../SignoffBox.module.css'

/** How much has changed since a text that somebody decided on; leads to what. */
export function SinceThen({ role, fingerprint }: { role: string; fingerprint: string }) {
  const { id, dialogs } = useRecord()
  const { data } = useQuery(changesQuery(id, fingerprint))
  return (
    <button type="button" className={styles.since} onClick={() => dialogs.open({ kind: 'changes', role })}>
      {data === undefined || data.changes.length === 0
        ? strings.sinceThenPlain
        : say(strings.sinceThen, { count: data.changes.length })}
    </button>
  )
}
