import { useQuery } from '@tanstack/react-query'
import { sentenceOf } from '../api/errors.js'
import { peopleQuery } from '../api/queries.js'
import { appStrings } from '../app/strings.js'
import { Avatar } from '../design/Avatar.js'
import { Dialog } from '../design/Dialog.js'
import { say } from '../text/say.js'
import { Invite } from './Invite.js'
import styles from './PeopleDialog.module.css'
import { accountStrings } from './strings.js'
import { useSession } from './useSession.js'

/** Who is in the workspace, and the way to let somebody else in. */
export default function PeopleDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { user } = useSession()
  const people = useQuery(peopleQuery)
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={accountStrings.peopleTitle}
      description={accountStrings.peopleText}
      size="medium"
    >
      {people.isPending && <p role="status">{appStrings.loading}</p>}
      {people.isError && <p role="alert">{sentenceOf(people.error, accountStrings.peopleFailed)}</p>}
      <ul className="plain-list">
        {people.data?.people.map((person) => (
          <li key={person.id} className={styles.person}>
            <span aria-hidden>
              <Avatar person={person} />
            </span>
            <span className={styles.words}>
              <span className={styles.name}>
                {person.id === user.id ? say(accountStrings.you, { name: person.name }) : person.name}
              </span>
              <span className={styles.email}>{person.email}</span>
            </span>
            <span className={styles.role}>{accountStrings.roles[person.role]}</span>
          </li>
        ))}
      </ul>
      {user.role !== 'viewer' && <Invite mayMakeAdmins={user.role === 'admin'} />}
    </Dialog>
  )
}
