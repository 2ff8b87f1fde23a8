import type { Session } from '@colophon/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouteContext } from '@tanstack/react-router'
import { client } from '../api/client.js'
import { sentenceOf } from '../api/errors.js'
import { sessionQuery } from '../api/queries.js'
import { appStrings } from '../app/strings.js'
import { toast } from '../design/toast.js'

/** Who is signed in, and where; for components within the frame, which nobody else sees. */
export function useSession(): Session {
  return useRouteContext({ from: '/frame' }).session
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
