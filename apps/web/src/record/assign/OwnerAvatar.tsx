import { Avatar } from '../../design/Avatar.js'
import { say } from '../../text/say.js'
import { useRecord } from '../state/recordContext.js'
import styles from './OwnerAvatar.module.css'
import { assignStrings as strings } from './strings.js'
import { usePeopleOfWorkspace } from './usePeopleOfWorkspace.js'

export interface OwnerProps {
  /** Of the person. */
  id: string
}

/** Whose an empty slot is: their initials beside it. */
export function OwnerAvatar({ id }: OwnerProps) {
  const { me } = useRecord()
  const { known, isPending, isError } = usePeopleOfWorkspace(id !== me.id)
  const person = id === me.id ? me : known.find((other) => other.id === id)
  if (person === undefined && (isPending || isError)) return null
  return (
    <span className={styles.owner} data-print="no">
      {person === undefined ? (
        <span className={styles.gone} role="img" aria-label={strings.gone} title={strings.gone}>
          ?
        </span>
      ) : (
        <Avatar person={person} label={id === me.id ? strings.ownerMe : say(strings.ownerOf, { name: person.name })} />
      )}
    </span>
  )
}
