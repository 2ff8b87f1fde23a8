import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { exportStrings } from '#strings/export'
import { Button } from '../design/Button.js'
import { say } from '../text/say.js'
import styles from './Unfilled.module.css'
import type { SlotPlace, SlotPlaces } from './unfilledSlots.js'

const shownAtFirst = 10

export interface UnfilledProps {
  recordId: string
  slots: readonly string[]
  placeOf: SlotPlaces
}

/** What nobody has filled yet; each leads to its place in the record. */
export function Unfilled({ recordId, slots, placeOf }: UnfilledProps) {
  const [all, setAll] = useState(false)
  if (slots.length === 0) {
    return (
      <p className={styles.done} data-print="no">
        {exportStrings.nothingEmpty}
      </p>
    )
  }
  const shown = all ? slots : slots.slice(0, shownAtFirst)
  return (
    <section className={styles.unfilled} data-print="no">
      <h2 className={styles.title}>{say(exportStrings.stillEmpty, { count: slots.length })}</h2>
      <ul className={`plain-list ${styles.slots}`}>
        {shown.map((slot) => (
          <li key={slot}>
            <SlotLink recordId={recordId} place={placeOf(slot)}>
              {placeOf(slot).label}
            </SlotLink>
          </li>
        ))}
        {slots.length > shownAtFirst && (
          <li>
            <Button variant="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? exportStrings.showFewer : say(exportStrings.showAll, { count: slots.length })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
}

export interface SlotLinkProps {
  recordId: string
  place: SlotPlace
  children: string
}

/** A link to a slot's place in the record. */
export function SlotLink({ recordId, place, children }: SlotLinkProps) {
  return (
    <Link
      to="/records/$recordId"
      params={{ recordId }}
      hash={place.hash}
      className={styles.slot}
      title={say(exportStrings.slotLink, { slot: place.label })}
    >
      {children}
    </Link>
  )
}
