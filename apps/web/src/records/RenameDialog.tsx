import type { RecordSummary } from '@colophon/protocol'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { recordsStrings } from '#strings/records'
import { client } from '../api/client.js'
import { sentenceOf } from '../api/errors.js'
import { recordListsKey } from '../api/queries.js'
import { Dialog } from '../design/Dialog.js'
import { DialogButtons } from '../design/DialogButtons.js'
import { type FieldErrors, Form, fieldOf } from '../design/Form.js'
import { TextField } from '../design/TextField.js'
import { say } from '../text/say.js'
import { titleProblem } from './checkTitle.js'
import { titleOf } from './titleOf.js'

export interface RenameDialogProps {
  record: RecordSummary
  onOpenChange: (open: boolean) => void
}

/** Gives a record another title. */
export default function RenameDialog({ record, onOpenChange }: RenameDialogProps) {
  const queryClient = useQueryClient()
  const [errors, setErrors] = useState<FieldErrors>()
  const rename = useMutation({
    mutationFn: (title: string) => client.patchRecord(record.id, { title }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: recordListsKey })
      onOpenChange(false)
    },
  })
  const handleSubmit = (values: FormData) => {
    const title = fieldOf(values, 'title').trim()
    const problem = titleProblem(title)
    setErrors(problem === undefined ? undefined : { title: problem })
    if (problem === undefined) rename.mutate(title)
  }
  return (
    <Dialog open onOpenChange={onOpenChange} title={recordsStrings.renameTitle} description={titleOf(record)}>
      <Form
        errors={errors}
        problem={rename.error && sentenceOf(rename.error, say(recordsStrings.changeFailed, { title: titleOf(record) }))}
        onSubmit={handleSubmit}
      >
        <TextField name="title" label={recordsStrings.renameLabel} defaultValue={record.title} autoComplete="off" />
        <DialogButtons
          cancel={recordsStrings.cancel}
          onCancel={() => onOpenChange(false)}
          submit={rename.isPending ? recordsStrings.saving : recordsStrings.save}
          busy={rename.isPending}
        />
      </Form>
    </Dialog>
  )
}
