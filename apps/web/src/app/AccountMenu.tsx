import type { Session } from '@colophon/protocol'
import { useNavigate } from '@tanstack/react-router'
import { LogOut, Users } from 'lucide-react'
import { appStrings } from '#strings/app'
import { useSignOut } from '../account/useSession.js'
import { Menu, type MenuEntry } from '../design/Menu.js'
import { initials, personColour } from '../design/personColour.js'
import { say } from '../text/say.js'
import styles from './AccountMenu.module.css'

/** Who is signed in, and the way out. */
export function AccountMenu({ person }: { person: Session['user'] }) {
  const signOut = useSignOut()
  const navigate = useNavigate()
  const who = (
    <>
      <strong className={styles.name}>{person.name}</strong>
      <br />
      {person.email}
    </>
  )
  const entries: readonly MenuEntry[] = [
    { kind: 'note', key: 'who', words: who },
    { kind: 'separator', key: 'end' },
    {
      kind: 'item',
      label: appStrings.people,
      icon: <Users size={16} aria-hidden />,
      onSelect: () => void navigate({ to: '/settings' }),
    },
    {
      kind: 'item',
      label: appStrings.signOut,
      icon: <LogOut size={16} aria-hidden />,
      onSelect: () => signOut.mutate(),
    },
  ]
  const trigger = (
    <button
      type="button"
      className={styles.trigger}
      aria-label={say(appStrings.account, { name: person.name, initials: initials(person.name) })}
    >
      <span className={styles.initials} style={{ backgroundColor: personColour(person.id) }} aria-hidden>
        {initials(person.name)}
      </span>
    </button>
  )
  return <Menu trigger={trigger} entries={entries} />
}
