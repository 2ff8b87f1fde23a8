import { versionStrings as strings } from '#strings/signoffVersions'
import { recordAddress } from '../../api/recordAddress.js'
import { useRecord } from '../../record/state/recordContext.js'
import { RelativeTime } from '../../text/RelativeTime.js'
import { say } from '../../text/say.js'
import styles from '../SignoffPanel.module.css'
import { useLedger } from '../useLedger.js'
import { versionTitle } from './versionTitle.js'

/** What the record was each time it was completed, newest first. @see docs/spec.md G5 */
export function Versions() {
  const { id } = useRecord()
  const { versions } = useLedger()
  return (
    <section className={styles.state} aria-label={strings.versions}>
      <h3 className={styles.subtitle}>{strings.versions}</h3>
      <ul className={`plain-list ${styles.versions}`}>
        {versions.toReversed().map((version) => (
          <li key={version.number} className={styles.fact}>
            <span>{versionTitle(version)}</span>
            <br />
            {say(strings.versionBy, { name: version.person.name })} <RelativeTime iso={version.at} />
            {' · '}
            <a
              href={recordAddress(id, `/versions/${version.number}/markdown`)}
              download={`${version.name}.md`}
              aria-label={say(strings.versionFile, { number: version.number, name: version.name })}
            >
              {strings.download}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
