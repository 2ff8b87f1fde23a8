import type { Person } from '@colophon/protocol'
import { recordStrings as strings } from '#strings/record'
import { personColour } from '../../design/personColour.js'
import { say } from '../../text/say.js'
import styles from './SlotPresence.module.css'

/** Who else is in a slot that has no editor here, and so no carets: a dot each. */
export function SlotPresence({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return null
  return (
    <span className={styles.people} data-print="no">
      {people.map((person) => (
        <span
          key={person.id}
          className={styles.person}
          role="img"
          style={{ backgroundColor: personColour(person.id) }}
          title={person.name}
          aria-label={say(strings.inSlot, { name: person.name })}
        />
      ))}
    </span>
  )
}
