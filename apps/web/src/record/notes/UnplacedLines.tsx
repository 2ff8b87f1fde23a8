import { type Problem, unplaced } from '@colophon/template'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { notesStrings as strings } from '#strings/recordNotes'
import { Button } from '../../design/Button.js'
import { toast } from '../../design/toast.js'
import { say } from '../../text/say.js'
import { offerUndo } from '../offerUndo.js'
import { useRecord } from '../state/recordContext.js'
import { useReadOnly } from '../state/useSessionState.js'
import styles from './UnplacedLines.module.css'

/** The lines of an imported file that no part of the template could take. @see docs/spec.md T7 */
export default function UnplacedLines() {
  const lines = useUnplaced()
  const readOnly = useReadOnly()
  const { session, history } = useRecord()
  if (lines.length === 0) return null

  const handleDismiss = (index: number) => {
    history.change(() => unplaced(session.doc).delete(index))
    offerUndo(history, strings.dismissed)
  }
  return (
    <details className={styles.lines} data-print="no" open={lines.length < 6}>
      <summary>{say(strings.title, { count: lines.length })}</summary>
      <p>{strings.text}</p>
      <ul className="plain-list">
        {lines.map((line, i) => (
          <li key={`${line.line}:${line.text}`} className={styles.line}>
            <span className={styles.where}>
              {say(strings.line, { line: line.line })}. {line.reason}
            </span>
            <pre className={styles.text}>{line.text}</pre>
            <span className={styles.actions}>
              <Button size="small" onClick={() => copy(line.text)}>
                {strings.copy}
              </Button>
              {!readOnly && (
                <Button size="small" variant="quiet" onClick={() => handleDismiss(i)}>
                  {strings.dismiss}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function copy(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => toast(strings.copied),
    () => toast(strings.copyFailed, { tone: 'problem' }),
  )
}

function useUnplaced(): readonly Problem[] {
  const { doc } = useRecord().session
  const snapshot = useMemo(() => ({ lines: unplaced(doc).toArray() }), [doc])
  const subscribe = useCallback(
    (listener: () => void) => {
      const array = unplaced(doc)
      const handleChange = () => {
        snapshot.lines = array.toArray()
        listener()
      }
      array.observe(handleChange)
      return () => array.unobserve(handleChange)
    },
    [doc, snapshot],
  )
  return useSyncExternalStore(subscribe, () => snapshot.lines)
}
