import type { SignRequest } from '@colophon/protocol'
import { useMutation } from '@tanstack/react-query'
import { client } from '../api/client.js'
import { ApiError, sentenceOf } from '../api/errors.js'
import { toast } from '../design/toast.js'
import { useRecord } from '../record/state/recordContext.js'
import { say } from '../text/say.js'
import { signoffStrings as strings } from './strings.js'

/** How long an approval waits for one's own last keystrokes to be durable, ms. */
const waitMs = 10_000

export interface Signing {
  role: string
  label: string
  decision: Extract<SignRequest['decision'], 'approve' | 'withdraw'>
}

/**
 * Approves the record as it is on the server, or takes an approval back. The fingerprint is asked for only once
 * everything written here is durable, so that it covers what the person sees.
 * @see docs/spec.md G1, G7
 */
export function useSign() {
  const { id, session } = useRecord()
  return useMutation({
    mutationFn: async ({ role, decision }: Signing) => {
      await session.whenSaved(AbortSignal.timeout(waitMs))
      const fingerprint = await client.fingerprint(id)
      session.setLedger(await client.sign(id, { role, decision, fingerprint }))
    },
    onSuccess: (_nothing, { decision, label }) => {
      toast(say(decision === 'approve' ? strings.approved : strings.withdrawn, { label }))
    },
    onError: (error, { decision }) => {
      const failed = decision === 'approve' ? strings.failed : strings.withdrawFailed
      const moved = error instanceof ApiError && error.status === 409
      toast(failed, { tone: 'problem', detail: moved ? strings.moved : sentenceOf(error, strings.refusedUnsavedPlain) })
    },
  })
}
