import { queryOptions } from '@tanstack/react-query'
import { signoffClient } from './signoffClient.js'

/** While somebody writes on, the count of what changed follows at a distance. */
const followMs = 15_000

/** What has changed since the text that somebody decided on. */
export const changesQuery = (id: string, since: string) =>
  queryOptions({
    queryKey: ['records', 'changes', id, since],
    refetchInterval: followMs,
    // A text that is not kept is not kept the next time either.
    retry: false,
    queryFn: ({ signal }) => signoffClient.changes(id, since, signal),
  })

/** @param version the ledger's, so that it is asked again after each change */
export const historyQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['records', 'history', id, version],
    queryFn: ({ signal }) => signoffClient.history(id, signal),
  })
