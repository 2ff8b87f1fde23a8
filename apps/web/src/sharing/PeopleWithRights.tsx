import type { Person, Right } from '@colophon/protocol'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { sharingStrings as strings } from '#strings/sharing'
import { peopleQuery } from '../api/workspaceQueries.js'
import { Avatar } from '../design/Avatar.js'
import { Button } from '../design/Button.js'
import { Menu } from '../design/Menu.js'
import { useRecord } from '../record/state/recordContext.js'
import { useLedger } from '../signoff/useLedger.js'
import { namesOf } from '../text/names.js'
import { say } from '../text/say.js'
import { AddPerson } from './AddPerson.js'
import styles from './ShareDialog.module.css'
import type { Share } from './useShare.js'

const rights = ['owner', 'editor', 'viewer'] as const

/** Those who are named in the record. @param share absent for those who may only look */
export function PeopleWithRights({ share }: { share: Share | undefined }) {
  const { people } = useLedger().sharing
  const workspace = useQuery(peopleQuery)
  const gone = new Set(workspace.data?.people.filter(({ active }) => !active).map(({ id }) => id))
  const owners = people.filter(({ right }) => right === 'owner').map(({ person }) => person)
  const sorted = people.toSorted((a, b) => rights.indexOf(a.right) - rights.indexOf(b.right))
  return (
    <section className={styles.part}>
      <h3 className={styles.subtitle}>{strings.people}</h3>
      <ul className="plain-list">
        {sorted.map(({ person, right }) => (
          <PersonRow key={person.id} person={person} isGone={gone.has(person.id)} right={right} share={share} />
        ))}
      </ul>
      {share === undefined ? (
        <p className={styles.note}>
          {owners.length === 0 ? strings.ownersNone : say(strings.ownersOnly, { names: namesOf(owners) })}
        </p>
      ) : (
        <>
          <AddPerson share={share} />
          <p className={styles.note}>
            {strings.admins} <Link to="/settings">{strings.invite}</Link>
          </p>
        </>
      )}
    </section>
  )
}

interface PersonRowProps {
  person: Person
  /** Whether they were deactivated: their right waits for them. */
  isGone: boolean
  right: Right
  share: Share | undefined
}

function PersonRow({ person, isGone, right, share }: PersonRowProps) {
  const { me } = useRecord()
  const { id, name } = person
  const shown = id === me.id ? say(strings.you, { name }) : isGone ? say(strings.gone, { name }) : name
  return (
    <li className={styles.person}>
      <span aria-hidden>
        <Avatar person={person} />
      </span>
      <span className={styles.name}>{shown}</span>
      {share === undefined ? (
        <span className={styles.note}>{strings.rights[right]}</span>
      ) : (
        <Menu
          trigger={
            <Button
              size="small"
              variant="quiet"
              aria-label={say(strings.rightOf, { name, right: strings.rights[right] })}
            >
              {strings.rights[right]}
              <ChevronDown size={14} aria-hidden />
            </Button>
          }
          entries={[
            ...rights.map((value) => ({
              kind: 'item' as const,
              label: strings.rights[value],
              disabled: value === right,
              onSelect: () => share({ userId: id, right: value }),
            })),
            { kind: 'separator', key: 'remove' },
            { kind: 'item', label: strings.remove, danger: true, onSelect: () => share({ userId: id, right: null }) },
          ]}
        />
      )}
    </li>
  )
}
