import { checkStrings as strings } from '#strings/recordChecks'
import { LinkButton } from '../../design/LinkButton.js'
import { say } from '../../text/say.js'
import { useKnowledge } from '../panel/knowledge.js'
import { Part } from '../panel/Part.js'
import styles from '../panel/Part.module.css'
import { useWatch } from '../state/useShared.js'
import type { Finding } from './finding.js'
import type { Checks } from './watchChecks.js'

/** What somebody may want to look at, each with the way there. It stops nobody. @see docs/spec.md U8 */
export function ChecksPart({ onGo }: { onGo: (path: string) => void }) {
  const checks = useWatch(useKnowledge().checks)
  const findings = checks.kind === 'looked' ? checks.findings : []
  return (
    <Part title={strings.title} note={noteOf(checks)}>
      {findings.length > 0 ? (
        <ul className="plain-list" aria-label={strings.list}>
          {findings.map((finding) => (
            <FindingEntry key={`${finding.rule} ${finding.sentence}`} finding={finding} onGo={onGo} />
          ))}
        </ul>
      ) : undefined}
    </Part>
  )
}

function FindingEntry({ finding: { sentence, places }, onGo }: { finding: Finding; onGo: (path: string) => void }) {
  return (
    <li className={styles.entry}>
      <p>{sentence}</p>
      <p className={styles.ways}>
        {places.map(({ path, name }) => (
          <LinkButton key={path} onClick={() => onGo(path)}>
            {name}
          </LinkButton>
        ))}
      </p>
    </li>
  )
}

function noteOf(checks: Checks): string {
  switch (checks.kind) {
    case 'looking':
      return strings.checking
    case 'failed':
      return say(strings.failed, checks)
    case 'looked':
      return checks.findings.length === 0 ? strings.nothing : say(strings.count, { count: checks.findings.length })
    default:
      return checks satisfies never
  }
}
