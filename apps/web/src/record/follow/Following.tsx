import type { Person } from '@colophon/protocol'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { followStrings as strings } from '#strings/recordFollow'
import { keyCaps } from '../../app/keys.js'
import { Button } from '../../design/Button.js'
import { personColour } from '../../design/personColour.js'
import { say } from '../../text/say.js'
import { announce } from '../announce.js'
import { useRecord } from '../state/recordContext.js'
import { useWatch } from '../state/useShared.js'
import styles from './Following.module.css'
import { stopsFollowing } from './stopsFollowing.js'
import { nowhere, whereIs } from './whereIs.js'

/** Keeps whom one follows in view, and says so for as long as it lasts. @see docs/spec.md U8 */
export function Following() {
  const { following } = useRecord()
  const person = useWatch(following)
  return person === null ? null : <Strip key={person.id} person={person} onStop={() => following.set(null)} />
}

function Strip({ person, onStop }: { person: Person; onStop: () => void }) {
  const { session, template } = useRecord()
  const { presence, places } = session
  const strip = useRef<HTMLElement>(null)
  const [at, setAt] = useState<string | null>(null)
  const { name } = person
  const slotName = (path: string) => template.slots.get(path.slice(path.lastIndexOf('@') + 1))?.label ?? ''

  const stop = useEffectEvent((sentence: string) => {
    announce(sentence)
    onStop()
  })
  const arrive = useEffectEvent((path: string, isFirst: boolean) => {
    const element = places.find(path)?.element
    element?.scrollIntoView({ behavior: still() ? 'auto' : 'smooth', block: 'center' })
    if (!isFirst) announce(say(strings.moved, { name, place: slotName(path) }))
  })

  useEffect(() => {
    let where = nowhere
    const look = (isFirst: boolean) => {
      const isThere = presence.people().some(({ id }) => id === person.id)
      if (!isThere) return stop(say(session.getState().connected ? strings.left : strings.lost, person))
      const before = where.at
      where = whereIs(person, presence.places(), where)
      setAt(where.at)
      if (where.at !== null && where.at !== before) arrive(where.at, isFirst)
    }
    announce(say(strings.started, person))
    look(true)
    const stopLooking = presence.subscribe(() => look(false))
    const stopListening = stopsFollowing(
      () => strip.current,
      () => stop(say(strings.stopped, person)),
    )
    return () => {
      stopLooking()
      stopListening()
    }
  }, [person, presence, session])

  return (
    <section ref={strip} className={styles.strip} aria-label={strings.region} data-print="no">
      <span className={styles.dot} style={{ backgroundColor: personColour(person.id) }} aria-hidden />
      <p className={styles.words}>
        <strong>{say(strings.following, person)}</strong>{' '}
        <span className={styles.place}>{at === null ? strings.nowhere : say(strings.at, { place: slotName(at) })}</span>
      </p>
      <Button variant="quiet" size="small" onClick={() => stop(say(strings.stopped, person))}>
        {strings.stop} <kbd aria-hidden>{keyCaps('Esc')}</kbd>
      </Button>
    </section>
  )
}

/** Whether the page is to jump rather than glide. */
const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
