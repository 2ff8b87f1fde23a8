import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../design/Button.js'
import { say } from '../text/say.js'
import { exportStrings } from './strings.js'
import styles from './Unfilled.module.css'
import type { SlotLabels } from './unfilledSlots.js'

const shownAtFirst = 10

export interface UnfilledProps {
  recordId: string
  slots: readonly string[]
  labelOf: SlotLabels
}

/** What nobody has filled yet; each leads to its place in the record. */
export function Unfilled({ recordId, slots, labelOf }: UnfilledProps) {
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
            <SlotLink recordId={recordId} slot={slot} label={labelOf(slot)}>
              {labelOf(slot)}
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
  slot: string
  /** The slot in words. */
  label: string
  children: string
}

/** A link to a slot's place in the record. */
export function SlotLink({ recordId, slot, label, children }: SlotLinkProps) {
  return (
    <Link
      to="/records/$recordId"
      params={{ recordId }}
      hash={`slot=${slot}`}
      className={styles.slot}
      title={say(exportStrings.slotLink, { slot: label })}
    >
      {children}
    </Link>
  )
}
