import type { ListRecordsQuery, MarkdownQuery } from '@colophon/protocol'
import { queryOptions } from '@tanstack/react-query'
import { client } from './client.js'
import { isSignedOut } from './errors.js'

/** While the page is looked at, what others do must show within a few seconds. */
const livelyMs = 4_000

/** Who is signed in; `null` for nobody. Asked once: a later 401 anywhere sets it to `null` (see `queryClient`). */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => {
    try {
      return await client.session(signal)
    } catch (error) {
      if (isSignedOut(error)) return null
      throw error
    }
  },
})

/** Never cached: it changes once in a server's life, and then it matters. */
export const welcomeQuery = queryOptions({
  queryKey: ['welcome'],
  staleTime: 0,
  queryFn: ({ signal }) => client.welcome(signal),
})

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => client.inspectInvitation(token, signal),
  })

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  staleTime: 60_000,
  queryFn: ({ signal }) => client.templates(signal),
})

/** Every list, whatever it was filtered by. */
export const recordListsKey = ['records', 'list'] as const

export const recordsQuery = (query: ListRecordsQuery) =>
  queryOptions({
    queryKey: [...recordListsKey, query],
    refetchInterval: livelyMs,
    queryFn: ({ signal }) => client.records(query, signal),
  })

export const recordQuery = (id: string) =>
  queryOptions({ queryKey: ['records', 'one', id], queryFn: ({ signal }) => client.record(id, signal) })

/** The exported file's bytes as they are now; refetched, because others go on writing. */
export const markdownQuery = (id: string, query: MarkdownQuery) =>
  queryOptions({
    queryKey: ['records', 'markdown', id, query],
    refetchInterval: livelyMs,
    queryFn: ({ signal }) => client.markdown(id, query, signal),
  })
