import { limits, type RecordSummary } from '@colophon/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { recordsStrings } from '#strings/records'
import { client } from '../api/client.js'
import { sentenceOf } from '../api/errors.js'
import { recordListsKey } from '../api/queries.js'
import { focusPage } from '../app/focusPage.js'
import { toast } from '../design/toast.js'
import { say } from '../text/say.js'
import { titleOf } from './titleOf.js'

/** Archiving and deleting, each of which can be taken back from the message that reports it. */
export function useRecordActions(record: RecordSummary) {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: recordListsKey })
  const title = titleOf(record)
  const complain = (message: string) => (error: Error) =>
    toast(say(message, { title }), { tone: 'problem', detail: sentenceOf(error, recordsStrings.tryAgain) })

  const archive = useMutation({
    mutationFn: (archived: boolean) => client.patchRecord(record.id, { archived }),
    onSuccess: async (_, archived) => {
      const notice = archived ? recordsStrings.archivedNotice : recordsStrings.unarchivedNotice
      toast(say(notice, { title }), {
        key: record.id,
        action: { label: recordsStrings.undo, onAction: () => archive.mutate(!archived) },
      })
      await refresh()
      focusPage()
    },
    onError: complain(recordsStrings.changeFailed),
  })

  const restore = useMutation({
    mutationFn: () => client.restoreRecord(record.id),
    onSuccess: async () => {
      toast(say(recordsStrings.restoredNotice, { title }), { key: record.id })
      await refresh()
      focusPage()
    },
    onError: complain(recordsStrings.restoreFailed),
  })

  const remove = useMutation({
    mutationFn: () => client.deleteRecord(record.id),
    onSuccess: async () => {
      toast(say(recordsStrings.deletedNotice, { title }), {
        key: record.id,
        detail: say(recordsStrings.deletedKept, { days: limits.deletedKeptDays }),
        action: { label: recordsStrings.undo, onAction: () => restore.mutate() },
      })
      await refresh()
      focusPage()
    },
    onError: complain(recordsStrings.deleteFailed),
  })

  return { archive: (archived: boolean) => archive.mutate(archived), remove: () => remove.mutate() }
}
