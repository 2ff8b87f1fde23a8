import { useEffect, useState } from 'react'
import { signoffStrings as strings } from '#strings/signoff'
import { Button } from '../design/Button.js'
import { say } from '../text/say.js'
import styles from './SignoffBox.module.css'
import type { Attempt } from './signing.js'

export interface UndoAttemptProps {
  attempt: Extract<Attempt, { kind: 'waiting' }>
  onUndo: () => void
}

/** The seconds in which nobody has been told yet. They are counted in figures, so that nothing moves. */
export function UndoAttempt({ attempt: { until }, onUndo }: UndoAttemptProps) {
  const seconds = useSecondsLeft(until)
  return (
    <span className={styles.undo}>
      <Button size="small" onClick={onUndo}>
        {strings.undo}
      </Button>
      {/* Said once, when it begins; each second would only be in the way. */}
      <span aria-hidden>{say(strings.heldBack, { seconds })}</span>
    </span>
  )
}

function useSecondsLeft(until: number): number {
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1_000))
  const [seconds, setSeconds] = useState(left)
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1_000))), 250)
    return () => clearInterval(timer)
  }, [until])
  return seconds
}
