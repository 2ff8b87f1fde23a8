import type { Person } from '@colophon/protocol'
import { recordStrings as strings } from '#strings/record'
import { Avatar, AvatarStack } from '../../design/Avatar.js'
import { initials } from '../../design/personColour.js'
import { say } from '../../text/say.js'
import { useRecord } from '../state/recordContext.js'
import { usePeople } from '../state/useSessionState.js'
import styles from './People.module.css'

/** Everybody else who has the record open; a press leads to where they are, and follows them. */
export function People() {
  const { following } = useRecord()
  const around = (person: Person) => (
    <button
      type="button"
      className={styles.person}
      aria-label={say(strings.followInitials, { name: person.name, initials: initials(person.name) })}
      onClick={() => following.set(person)}
    >
      <Avatar person={person} />
    </button>
  )
  return <AvatarStack people={usePeople()} label={strings.peopleHere} limit={3} around={around} />
}
