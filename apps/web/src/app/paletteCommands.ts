import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { appStrings } from '#strings/app'
import { paletteStrings } from '#strings/palette'
import { useSignOut } from '../account/useSession.js'
import { recordsQuery } from '../api/queries.js'
import { titleOf } from '../records/titleOf.js'
import { openPanel } from './panels.js'
import { useTheme } from './theme.js'

/** One line of the palette. */
export interface Command {
  readonly id: string
  readonly name: string
  readonly run: () => void
}

export interface CommandGroup {
  readonly label: string
  readonly items: readonly Command[]
}

/** Every record that is not archived, then what can be done from anywhere. */
export function usePaletteCommands(): readonly CommandGroup[] {
  const navigate = useNavigate()
  const signOut = useSignOut()
  const [, setTheme] = useTheme()
  const records = useQuery(recordsQuery({ archived: 'false' })).data?.records ?? []
  return [
    {
      label: paletteStrings.records,
      items: records.map((record) => ({
        id: record.id,
        name: titleOf(record),
        run: () => void navigate({ to: '/records/$recordId', params: { recordId: record.id } }),
      })),
    },
    {
      label: paletteStrings.actions,
      items: [
        { id: 'records', name: appStrings.toRecords, run: () => void navigate({ to: '/' }) },
        { id: 'people', name: paletteStrings.invite, run: () => void navigate({ to: '/settings', hash: 'people' }) },
        { id: 'light', name: paletteStrings.light, run: () => setTheme('light') },
        { id: 'dark', name: paletteStrings.dark, run: () => setTheme('dark') },
        { id: 'system', name: paletteStrings.system, run: () => setTheme('system') },
        { id: 'keys', name: appStrings.keysShow, run: () => openPanel('keys') },
        { id: 'sign-out', name: appStrings.signOut, run: () => signOut.mutate() },
      ],
    },
  ].filter((group) => group.items.length > 0)
}
