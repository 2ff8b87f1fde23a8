import { type Account, roleSchema, type Session } from '@colophon/protocol'
import { Ellipsis, UserRoundCheck, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { settingsStrings as strings } from '#strings/settings'
import { Avatar } from '../design/Avatar.js'
import { IconButton } from '../design/IconButton.js'
import { Menu, type MenuEntry } from '../design/Menu.js'
import { say } from '../text/say.js'
import { ConfirmDialog } from './ConfirmDialog.js'
import { Row } from './Row.js'
import { usePersonChange } from './usePersonChange.js'

/** Somebody with an account. */
export function PersonRow({ person, user }: { person: Account; user: Session['user'] }) {
  const isMe = person.id === user.id
  const role = strings.roles[person.role]
  return (
    <Row
      lead={<Avatar person={person} />}
      title={isMe ? say(strings.you, { name: person.name }) : person.name}
      facts={[person.active ? role : strings.deactivated, person.email]}
      isOff={!person.active}
    >
      {user.role === 'admin' && <PersonMenu person={person} isMe={isMe} />}
    </Row>
  )
}

function PersonMenu({ person, isMe }: { person: Account; isMe: boolean }) {
  const { change, busy } = usePersonChange(person, isMe)
  const [asking, setAsking] = useState(false)
  const { name } = person
  const role: MenuEntry = {
    kind: 'choice',
    label: strings.role,
    value: person.role,
    options: roleSchema.options.map((value) => ({
      value,
      label: strings.roles[value],
      onSelect: () => void change({ role: value }),
    })),
  }
  const door: MenuEntry = person.active
    ? {
        kind: 'item',
        label: strings.deactivate,
        icon: <UserRoundX size={16} aria-hidden />,
        danger: true,
        onSelect: () => setAsking(true),
      }
    : {
        kind: 'item',
        label: strings.reactivate,
        icon: <UserRoundCheck size={16} aria-hidden />,
        onSelect: () => void change({ active: true }),
      }
  // Nobody shuts themselves out by a slip; another admin may.
  const entries: readonly MenuEntry[] = isMe ? [role] : [role, { kind: 'separator', key: 'door' }, door]
  return (
    <>
      <Menu
        trigger={<IconButton label={say(strings.more, { name })} icon={<Ellipsis size={18} aria-hidden />} />}
        entries={entries}
      />
      {asking && (
        <ConfirmDialog
          title={say(strings.deactivateTitle, { name })}
          text={strings.deactivateText}
          yes={busy ? strings.deactivating : strings.deactivateYes}
          busy={busy}
          onYes={() => void change({ active: false }).then(() => setAsking(false))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
