import type { Session } from '@colophon/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouteContext, useRouter } from '@tanstack/react-router'
import { appStrings } from '#strings/app'
import { client } from '../api/client.js'
import { sentenceOf } from '../api/errors.js'
import { sessionQuery } from '../api/queries.js'
import { toast } from '../design/toast.js'

/** Who is signed in, and where; for components within the frame, which nobody else sees. */
export function useSession(): Session {
  return useRouteContext({ from: '/frame' }).session
}

/**
 * Asks again who is signed in, and as what, where that may have changed: somebody got another role, or the workspace another
 * name. What the page offers follows. Resolves all the same where no answer comes; a later call finds out.
 */
export function useRefreshSession(): () => Promise<void> {
  const queryClient = useQueryClient()
  const router = useRouter()
  return async () => {
    const before = queryClient.getQueryData(sessionQuery.queryKey)
    await Promise.allSettled([queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })])
    // The answer of before is kept where the new one is the same, so that nothing is drawn again.
    if (queryClient.getQueryData(sessionQuery.queryKey) !== before) await router.invalidate()
  }
}

/** Ends the session here and on the server. What others' answers were kept in the page goes with it. */
export function useSignOut() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => client.signOut(),
    onSuccess: async () => {
      queryClient.clear()
      queryClient.setQueryData(sessionQuery.queryKey, null)
      await navigate({ to: '/sign-in' })
    },
    onError: (error) =>
      toast(appStrings.signOutFailed, { tone: 'problem', detail: sentenceOf(error, appStrings.errorText) }),
  })
}
