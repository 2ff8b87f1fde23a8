import { type Decision, isCurrent } from '@colophon/protocol'
import { History } from 'lucide-react'
import { decisionStrings as strings } from '#strings/signoffDecision'
import { useRecord } from '../../record/state/recordContext.js'
import { RelativeTime } from '../../text/RelativeTime.js'
import { say } from '../../text/say.js'
import styles from '../SignoffBox.module.css'
import { useLedger } from '../useLedger.js'
import { SinceThen } from './SinceThen.js'

/** What is known of a sign-off beside its tick: when, with which words, about which text. */
export function DecisionFacts({ role, decision }: { role: string; decision: Decision }) {
  const ledger = useLedger()
  if (!isCurrent(ledger, decision)) return <Stale role={role} decision={decision} />
  return decision.kind === 'declined' ? (
    <Declined decision={decision} />
  ) : (
    <>
      <span className={styles.fact}>
        <RelativeTime iso={decision.at} />
      </span>
      <Comment words={decision.comment} />
    </>
  )
}

/** It stood to another text, and is shown as what it is. @see docs/spec.md G3 */
function Stale({ role, decision }: { role: string; decision: Decision }) {
  return (
    <>
      <span className={styles.stale} data-stale>
        <History size={14} aria-hidden />
        <span>
          {say(earlier[decision.kind], { name: decision.person.name })} <RelativeTime iso={decision.at} />
          {' · '}
          <SinceThen role={role} fingerprint={decision.fingerprint} />
        </span>
      </span>
      {decision.kind === 'declined' && <span className={styles.fact}>{say(strings.reason, decision)}</span>}
    </>
  )
}

function Declined({ decision }: { decision: Extract<Decision, { kind: 'declined' }> }) {
  const { me } = useRecord()
  const { person, at, reason } = decision
  return (
    <>
      <span className={styles.declined} data-declined>
        {person.id === me.id ? strings.declinedByMe : say(strings.declinedBy, { name: person.name })}{' '}
        <RelativeTime iso={at} />
      </span>
      <span className={styles.words}>{say(strings.reason, { reason })}</span>
    </>
  )
}

function Comment({ words }: { words: string | null }) {
  return words === null ? null : <span className={styles.words}>{say(strings.comment, { comment: words })}</span>
}

const earlier = { approved: strings.earlierApproved, declined: strings.earlierDeclined } as const
