import type { Change } from '@colophon/protocol'
import { changeStrings as strings } from '#strings/signoffChanges'
import { LinkButton } from '../../design/LinkButton.js'
import { inOrder } from '../../record/inOrder.js'
import type { DifferencesProps } from '../Differences.js'
import { ComparedText } from './ComparedText.js'
import styles from './DifferenceList.module.css'
import { nameOf, peopleOf, wordsOf } from './differenceWords.js'

/** The changes themselves; see `Differences`. */
export default function DifferenceList({ changes, onGo }: DifferencesProps) {
  if (changes.length === 0) return <p className={styles.none}>{strings.changesNone}</p>
  return (
    <ul className={`plain-list ${styles.list}`} aria-label={strings.changesTitle}>
      {inOrder(changes, (change) => (
        <li className={styles.entry} data-change={change.kind}>
          <Name change={change} {...(onGo && { onGo })} />
          <p className={styles.what}>
            {wordsOf(change)} {peopleOf(change)}
          </p>
          {change.kind === 'text' && <ComparedText before={change.before ?? ''} after={change.after ?? ''} />}
        </li>
      ))}
    </ul>
  )
}

/** Where it is: a way there, if it is still there. */
function Name({ change, onGo }: { change: Change; onGo?: (path: string) => void }) {
  const name = nameOf(change)
  if (name === '' || change.kind === 'form') return null
  const isGone = change.kind === 'removed' || (change.kind === 'text' && change.after === null)
  if (isGone || onGo === undefined) return <p className={styles.name}>{name}</p>
  return (
    <p className={styles.name}>
      <LinkButton onClick={() => onGo(change.path)}>{name}</LinkButton>
    </p>
  )
}
