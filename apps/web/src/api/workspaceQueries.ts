import { queryOptions } from '@tanstack/react-query'
import { workspaceClient as client } from './workspaceClient.js'

export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: ({ signal }) => client.people(signal) })

/** The links that nobody has used yet. */
export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => client.invitations(signal),
})

export const tokensQuery = queryOptions({ queryKey: ['tokens'], queryFn: ({ signal }) => client.tokens(signal) })

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => client.workspace(signal),
})

/** It stays the same for as long as the server's folder does. */
export const sealKeyQuery = queryOptions({
  queryKey: ['seal'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => client.sealKey(signal),
})
