import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { sharingStrings as strings } from '#strings/sharing'
import { sentenceOf } from '../api/errors.js'
import { peopleQuery } from '../api/workspaceQueries.js'
import { Button } from '../design/Button.js'
import { Menu, type MenuEntry } from '../design/Menu.js'
import { useLedger } from '../signoff/useLedger.js'
import styles from './ShareDialog.module.css'
import type { Share } from './useShare.js'

/** Names somebody more in the record. They may view at first, so that nobody gets more than was meant. */
export function AddPerson({ share }: { share: Share }) {
  const people = useQuery(peopleQuery)
  const named = new Set(useLedger().sharing.people.map(({ person }) => person.id))
  if (people.isError) return <p role="alert">{sentenceOf(people.error, strings.peopleFailed)}</p>
  const others = people.data?.people.filter(({ id, active }) => active && !named.has(id)) ?? []
  const note: MenuEntry = {
    kind: 'note',
    key: 'note',
    words: others.length === 0 ? strings.nobodyToAdd : strings.addedAs,
  }
  return (
    <div className={styles.add}>
      <Menu
        align="start"
        trigger={
          <Button size="small" icon={<UserPlus size={16} aria-hidden />}>
            {strings.add}
          </Button>
        }
        entries={[
          ...others.map(
            ({ id, name }): MenuEntry => ({
              kind: 'item',
              label: name,
              onSelect: () => share({ userId: id, right: 'viewer' }),
            }),
          ),
          note,
        ]}
      />
    </div>
  )
}
