import { assignStrings as strings } from '#strings/recordAssign'
import { initials, personColour } from '../../design/personColour.js'
import { say } from '../../text/say.js'
import { useRecord } from '../state/recordContext.js'
import styles from './OwnerAvatar.module.css'
import { usePeopleOfWorkspace } from './usePeopleOfWorkspace.js'

export interface OwnerProps {
  /** Of the person. */
  id: string
}

/** Whose an empty slot is: their initials beside it, small, and said to be for them. */
export function OwnerAvatar({ id }: OwnerProps) {
  const { me } = useRecord()
  const { known, isPending, isError } = usePeopleOfWorkspace(id !== me.id)
  const person = id === me.id ? me : known.find((other) => other.id === id)
  if (person === undefined && (isPending || isError)) return null
  const label =
    person === undefined ? strings.gone : id === me.id ? strings.ownerMe : say(strings.ownerOf, { name: person.name })
  return (
    <span className={styles.owner} data-print="no">
      <span
        className={styles.avatar}
        role="img"
        aria-label={label}
        title={label}
        data-gone={person === undefined || undefined}
        {...(person === undefined ? {} : { style: { backgroundColor: personColour(id) } })}
      >
        {person === undefined ? '?' : initials(person.name)}
      </span>
    </span>
  )
}
