import type { Account } from '@colophon/protocol'
import { useQuery } from '@tanstack/react-query'
import { peopleQuery } from '../../api/workspaceQueries.js'
import { useRecord } from '../state/recordContext.js'

const stalePeopleMs = 60_000

export interface PeopleOfWorkspace {
  /** Whoever can be asked to fill something, oneself first, the others by name. */
  readonly active: readonly Account[]
  /** Everybody there is, and those who were deactivated. */
  readonly known: readonly Account[]
  readonly isPending: boolean
  readonly isError: boolean
}

/** @param wanted - whether to ask the server, if nobody has yet. */
export function usePeopleOfWorkspace(wanted = true): PeopleOfWorkspace {
  const { me } = useRecord()
  const { data, isPending, isError } = useQuery({ ...peopleQuery, enabled: wanted, staleTime: stalePeopleMs })
  const known = data?.people ?? []
  const active = known
    .filter((person) => person.active)
    .sort((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.name.localeCompare(b.name))
  return { active, known, isPending, isError }
}
