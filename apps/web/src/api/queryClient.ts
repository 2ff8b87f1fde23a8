import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError, isSignedOut } from './errors.js'
import { sessionQuery } from './queries.js'

const retries = 2

/**
 * The cache of what the server said.
 * @param onSignedOut - called once when a call finds that the session has ended.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const noticeSignedOut = (error: unknown) => {
    if (!isSignedOut(error) || queryClient.getQueryData(sessionQuery.queryKey) === null) return
    queryClient.setQueryData(sessionQuery.queryKey, null)
    onSignedOut()
  }
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignedOut }),
    mutationCache: new MutationCache({ onError: noticeSignedOut }),
    defaultOptions: {
      queries: {
        // `navigator.onLine` knows nothing of a server on this machine or this network: always try.
        networkMode: 'always',
        // The server's own "no" does not change by asking again; a lost connection may.
        retry: (failures, error) => !(error instanceof ApiError && error.status < 500) && failures < retries,
      },
      // A person pressed a button: they are told at once, rather than have it happen unseen when the network returns.
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return queryClient
}
