import type { Account, PatchPerson } from '@colophon/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { settingsStrings as strings } from '#strings/settings'
import { useRefreshSession } from '../account/useSession.js'
import { sentenceOf } from '../api/errors.js'
import { workspaceClient as client } from '../api/workspaceClient.js'
import { invitationsQuery, peopleQuery } from '../api/workspaceQueries.js'
import { toast } from '../design/toast.js'
import { say } from '../text/say.js'

/** Gives somebody another role, shuts them out or lets them in, and says how that went. */
export function usePersonChange(person: Account, isMe: boolean) {
  const queryClient = useQueryClient()
  const refreshSession = useRefreshSession()
  const { name } = person
  const mutation = useMutation({
    mutationFn: (patch: PatchPerson) => client.patchPerson(person.id, patch),
    onSuccess: async (changed, patch) => {
      toast(noticeOf(changed, patch), { key: person.id })
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
        isMe && refreshSession(),
      ])
    },
    onError: (error) =>
      toast(say(strings.changeFailed, { name }), {
        key: person.id,
        tone: 'problem',
        detail: sentenceOf(error, strings.unchanged),
      }),
  })
  return {
    busy: mutation.isPending,
    /** Resolves when it is done or refused; whoever asked has been told which. */
    change: async (patch: PatchPerson) => void (await Promise.allSettled([mutation.mutateAsync(patch)])),
  }
}

function noticeOf({ name, role, active }: Account, patch: PatchPerson): string {
  if (patch.active === undefined) return say(strings.roleNotice[role], { name })
  return say(active ? strings.reactivatedNotice : strings.deactivatedNotice, { name })
}
