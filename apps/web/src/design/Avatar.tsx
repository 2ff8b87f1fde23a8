import type { Person } from '@colophon/protocol'
import type { ReactNode } from 'react'
import { designStrings } from '#strings/design'
import { say } from '../text/say.js'
import styles from './Avatar.module.css'
import { initials, personColour } from './personColour.js'

/** A person's initials on their colour. The name is read out and shown on hover. */
export function Avatar({ person }: { person: Person }) {
  return (
    <span
      className={styles.avatar}
      style={{ backgroundColor: personColour(person.id) }}
      role="img"
      aria-label={person.name}
      title={person.name}
    >
      {initials(person.name)}
    </span>
  )
}

export interface AvatarStackProps {
  people: readonly Person[]
  /** What these people are doing, for a screen reader: "Here now". */
  label: string
  /** How many are drawn before the rest become a number. */
  limit?: number
  /** Draws a person otherwise: an avatar in a button. */
  around?: (person: Person) => ReactNode
}

/** Several people, overlapping a little. */
export function AvatarStack({ people, label, limit = 4, around }: AvatarStackProps) {
  if (people.length === 0) return null
  const shown = people.length > limit ? people.slice(0, limit - 1) : people
  const rest = people.slice(shown.length)
  return (
    <ul className={`plain-list ${styles.stack}`} aria-label={label}>
      {shown.map((person) => (
        <li key={person.id}>{around?.(person) ?? <Avatar person={person} />}</li>
      ))}
      {rest.length > 0 && (
        <li>
          <span
            className={styles.more}
            role="img"
            title={rest.map((person) => person.name).join(', ')}
            aria-label={say(designStrings.morePeople, { count: rest.length })}
          >
            +{rest.length}
          </span>
        </li>
      )}
    </ul>
  )
}
