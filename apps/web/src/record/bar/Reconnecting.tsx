import { useEffect, useState } from 'react'
import { reconnectStrings as strings } from '#strings/recordReconnect'
import { LinkButton } from '../../design/LinkButton.js'
import { say } from '../../text/say.js'
import { useRecord } from '../state/recordContext.js'
import { useSessionState } from '../state/useSessionState.js'
import styles from './Reconnecting.module.css'

/** While the line is down: what is being done about it, and a way not to wait. */
export function Reconnecting() {
  const { session } = useRecord()
  const isDown = useSessionState(session, ({ connected, save }) => !connected && save.kind !== 'ended')
  const retryAt = useSessionState(session, (state) => state.retryAt)
  if (!isDown) return null
  return (
    <span className={styles.reconnecting}>
      {retryAt === null ? (
        <span className={styles.waiting}>{strings.waiting}</span>
      ) : (
        <>
          <Countdown to={retryAt} /> <LinkButton onClick={tryNow}>{strings.tryNow}</LinkButton>
        </>
      )}
    </span>
  )
}

/** Seen, not heard: a screen reader is told that the line is down, not every second of it. */
function Countdown({ to }: { to: number }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.ceil((to - now) / 1_000)
  return seconds > 0 ? say(strings.nextTry, { seconds }) : strings.reconnecting
}

/** What the browser says when its network is back, upon which the page tries at once. */
const tryNow = () => window.dispatchEvent(new Event('online'))
