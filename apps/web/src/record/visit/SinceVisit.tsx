import { useRef, useState } from 'react'
import { visitStrings as strings } from '#strings/recordVisit'
import { Button } from '../../design/Button.js'
import { RelativeTime } from '../../text/RelativeTime.js'
import { say } from '../../text/say.js'
import { announce } from '../announce.js'
import { inOrder } from '../inOrder.js'
import { useKnowledge } from '../panel/knowledge.js'
import { Part } from '../panel/Part.js'
import styles from '../panel/Part.module.css'
import { useWatch } from '../state/useShared.js'
import { NewsEntry } from './NewsEntry.js'
import type { News } from './news.js'
import { useFollower } from './useFollower.js'

/** More than fits beside a page is shown when it is asked for. */
const shownAtFirst = 8

/** What others did since one was here last, with a way to each. @see docs/spec.md U8 */
export function SinceVisit({ onGo }: { onGo: (path: string) => void }) {
  const news = useWatch(useKnowledge().news)
  const follower = useFollower()
  const part = useRef<HTMLElement>(null)
  if (news.kind === 'unknown' || news.kind === 'first') return null
  const handleSeen = () => {
    // The button goes, and the focus would go with it.
    part.current?.focus()
    announce(strings.seenSaid)
    void follower.dismiss()
  }
  return (
    <Part
      title={strings.title}
      attach={part}
      note={news.kind === 'none' ? strings.nothing : say(strings.count, { count: news.changes.length })}
    >
      {news.kind === 'some' ? <Told news={news} onGo={onGo} onSeen={handleSeen} /> : undefined}
    </Part>
  )
}

interface ToldProps {
  news: Extract<News, { kind: 'some' }>
  onGo: (path: string) => void
  onSeen: () => void
}

function Told({ news: { since, changes }, onGo, onSeen }: ToldProps) {
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, shownAtFirst)
  return (
    <>
      <p className={styles.fact}>
        {strings.lastVisit} <RelativeTime iso={new Date(since).toISOString()} />
      </p>
      <ul className="plain-list" aria-label={strings.list}>
        {inOrder(shown, (change) => (
          <NewsEntry change={change} onGo={onGo} />
        ))}
      </ul>
      <div className={styles.actions}>
        <Button size="small" onClick={onSeen}>
          {strings.seen}
        </Button>
        {shown.length < changes.length && (
          <Button variant="quiet" size="small" onClick={() => setAll(true)}>
            {say(strings.all, { count: changes.length })}
          </Button>
        )}
      </div>
    </>
  )
}
