import type { ShareRecord } from '@colophon/protocol'
import { useMutation } from '@tanstack/react-query'
import { sharingStrings as strings } from '#strings/sharing'
import { sentenceOf } from '../api/errors.js'
import { signoffClient } from '../api/signoffClient.js'
import { useRecord } from '../record/state/recordContext.js'

/** Changes who may do what with the record; the ledger that comes back shows it. */
export function useShare() {
  const { id, session } = useRecord()
  const { mutate, error } = useMutation({
    mutationFn: (wish: ShareRecord) => signoffClient.share(id, wish),
    onSuccess: session.setLedger,
  })
  return { mutate, sentence: error === null ? '' : sentenceOf(error, strings.failed) }
}

export type Share = ReturnType<typeof useShare>['mutate']
