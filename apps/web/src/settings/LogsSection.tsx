import { useQuery } from '@tanstack/react-query'
import { settingsStrings as strings } from '#strings/settings'
import { sealKeyQuery } from '../api/workspaceQueries.js'
import styles from './LogsSection.module.css'
import { Secret } from './Secret.js'
import { Section, Waiting } from './Section.js'

/** How somebody without an account checks a record's file and log. @see docs/spec.md G6 */
export function LogsSection() {
  const seal = useQuery(sealKeyQuery)
  return (
    <Section id="logs" title={strings.logs} text={strings.logsText}>
      {seal.data === undefined ? (
        <Waiting error={seal.error} failed={strings.logsFailed} />
      ) : (
        <Secret label={strings.logsKey} text={seal.data.key} />
      )}
      <p className={styles.evidence}>{strings.logsEvidence}</p>
    </Section>
  )
}
