import type { Change } from '@colophon/protocol'
import { Suspense, useState } from 'react'
import { visitStrings as strings } from '#strings/recordVisit'
import { late } from '../../api/late.js'
import { LinkButton } from '../../design/LinkButton.js'
import { nameOf, peopleOf, wordsOf } from '../../signoff/changes/differenceWords.js'
import styles from '../panel/Part.module.css'

const ComparedText = late(async () => ({
  default: (await import('../../signoff/changes/ComparedText.js')).ComparedText,
}))

/** One change: where, what and by whom, and its words for whoever asks. */
export function NewsEntry({ change, onGo }: { change: Change; onGo: (path: string) => void }) {
  const [open, setOpen] = useState(false)
  const name = nameOf(change)
  const isGone = change.kind === 'removed' || (change.kind === 'text' && change.after === null)
  return (
    <li className={styles.entry}>
      {name !== '' &&
        (isGone || change.kind === 'form' ? (
          <p className={styles.name}>{name}</p>
        ) : (
          <LinkButton onClick={() => onGo(change.path)}>{name}</LinkButton>
        ))}
      <p className={styles.fact}>
        {wordsOf(change)} {peopleOf(change)}
      </p>
      {change.kind === 'text' && (
        <details className={styles.words} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{strings.words}</summary>
          {open && (
            <Suspense fallback={<p role="status">{strings.comparing}</p>}>
              <ComparedText before={change.before ?? ''} after={change.after ?? ''} />
            </Suspense>
          )}
        </details>
      )}
    </li>
  )
}
