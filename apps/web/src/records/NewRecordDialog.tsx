import type { CreateRecord } from '@colophon/protocol'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { recordsStrings } from '#strings/records'
import { client } from '../api/client.js'
import { sentenceOf } from '../api/errors.js'
import { recordListsKey, templatesQuery } from '../api/queries.js'
import { Choice } from '../design/Choice.js'
import { Dialog } from '../design/Dialog.js'
import { DialogButtons } from '../design/DialogButtons.js'
import { type FieldErrors, Form, fieldOf } from '../design/Form.js'
import { TextField } from '../design/TextField.js'
import { titleProblem } from './checkTitle.js'

/** Starts a record: a title if there is one yet, and a template where there is a choice. Then it opens. */
export default function NewRecordDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open onOpenChange={onOpenChange} title={recordsStrings.newTitle} description={recordsStrings.newText}>
      <NewRecordForm onCancel={() => onOpenChange(false)} />
    </Dialog>
  )
}

function NewRecordForm({ onCancel }: { onCancel: () => void }) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const templates = useQuery(templatesQuery).data?.templates ?? []
  const [chosen, setChosen] = useState<string>()
  const [errors, setErrors] = useState<FieldErrors>()
  const create = useMutation({
    mutationFn: (record: CreateRecord) => client.createRecord(record),
    onSuccess: async ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: recordListsKey })
      await navigate({ to: '/records/$recordId', params: { recordId: id } })
    },
  })

  const template = chosen ?? templates[0]?.id
  const handleSubmit = (values: FormData) => {
    const title = fieldOf(values, 'title').trim()
    const problem = title === '' ? undefined : titleProblem(title)
    setErrors(problem === undefined ? undefined : { title: problem })
    if (problem !== undefined) return
    create.mutate({
      ...(title === '' ? {} : { title }),
      ...(templates.length > 1 && template !== undefined ? { template } : {}),
    })
  }
  return (
    <Form
      errors={errors}
      problem={create.error && sentenceOf(create.error, recordsStrings.createFailed)}
      onSubmit={handleSubmit}
    >
      <TextField name="title" label={recordsStrings.newLabel} hint={recordsStrings.newHint} autoComplete="off" />
      {templates.length > 1 && template !== undefined && (
        <Choice
          label={recordsStrings.template}
          showLabel
          value={template}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          onValueChange={setChosen}
        />
      )}
      <DialogButtons
        cancel={recordsStrings.cancel}
        onCancel={onCancel}
        submit={create.isPending ? recordsStrings.creating : recordsStrings.create}
        busy={create.isPending || create.isSuccess}
      />
    </Form>
  )
}
