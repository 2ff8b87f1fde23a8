import { assign, assigneeOf } from '@colophon/template'
import { Check, UserRoundMinus } from 'lucide-react'
import { assignStrings as strings } from '#strings/recordAssign'
import type { MenuEntry } from '../../design/Menu.js'
import { say } from '../../text/say.js'
import { announce } from '../announce.js'
import { offerUndo } from '../offerUndo.js'
import { useRecord } from '../state/recordContext.js'
import { usePeopleOfWorkspace } from './usePeopleOfWorkspace.js'

/** The people some slots can be given to, as lines of a menu; whose they are all is marked. */
export function usePeopleEntries(paths: readonly string[]): readonly MenuEntry[] {
  const { session, history, me } = useRecord()
  const { active, known, isPending, isError } = usePeopleOfWorkspace()
  const { doc } = session
  const owners = [...new Set(paths.map((path) => assigneeOf(doc, path)))]
  const owner = owners.length === 1 ? owners[0] : undefined
  const isAnybodys = owners.some((id) => id !== undefined)

  const give = (personId: string | null, name: string) => {
    history.change(() => assign(doc, paths, personId))
    const sentence = say(personId === null ? strings.unassigned : strings.assigned, { count: paths.length, name })
    // One slot shows it at once; of many, most are out of sight.
    if (paths.length > 1) offerUndo(history, sentence)
    else announce(sentence)
  }
  const note = (words: string): MenuEntry => ({ kind: 'note', key: words, words })
  const isGone = owner !== undefined && !isPending && active.every(({ id }) => id !== owner)
  const leaver = known.find(({ id }) => id === owner)?.name
  return [
    ...(isPending ? [note(strings.loading)] : []),
    ...(isError ? [note(strings.failed)] : []),
    ...(isGone && !isError ? [note(leaver === undefined ? strings.gone : say(strings.left, { name: leaver }))] : []),
    ...active.map(
      ({ id, name }): MenuEntry => ({
        kind: 'item',
        label: id === me.id ? say(strings.me, { name }) : name,
        icon: id === owner ? <Check size={16} aria-hidden /> : null,
        onSelect: () => give(id, name),
      }),
    ),
    ...(isAnybodys
      ? [
          {
            kind: 'item',
            label: strings.nobody,
            icon: <UserRoundMinus size={16} aria-hidden />,
            onSelect: () => give(null, strings.nobody),
          } satisfies MenuEntry,
        ]
      : []),
  ]
}
