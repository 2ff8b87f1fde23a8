import { limits } from '@colophon/protocol'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { dialogStrings as strings } from '#strings/signoffDialog'
import { sentenceOf } from '../../api/errors.js'
import { signoffClient } from '../../api/signoffClient.js'
import { Dialog } from '../../design/Dialog.js'
import { DialogButtons } from '../../design/DialogButtons.js'
import { type FieldErrors, Form, fieldOf } from '../../design/Form.js'
import { TextArea } from '../../design/TextArea.js'
import { toast } from '../../design/toast.js'
import { useRecord } from '../../record/state/recordContext.js'

/** Takes a completed record up again. @see docs/spec.md G5 */
export function ReopenDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { id, session } = useRecord()
  const [errors, setErrors] = useState<FieldErrors>()
  const reopen = useMutation({
    mutationFn: (reason: string) => signoffClient.reopen(id, reason),
    onSuccess(ledger) {
      session.setLedger(ledger)
      toast(strings.reopened)
      onOpenChange(false)
    },
  })
  const handleSubmit = (values: FormData) => {
    const reason = fieldOf(values, 'reason').trim()
    setErrors(reason === '' ? { reason: strings.reopenRequired } : undefined)
    if (reason !== '') reopen.mutate(reason)
  }
  return (
    <Dialog open onOpenChange={onOpenChange} title={strings.reopenTitle} description={strings.reopenText}>
      <Form
        errors={errors}
        problem={reopen.error && sentenceOf(reopen.error, strings.reopenFailed)}
        onSubmit={handleSubmit}
      >
        <TextArea name="reason" label={strings.reopenLabel} maxLength={limits.commentChars} />
        <DialogButtons
          cancel={strings.cancel}
          onCancel={() => onOpenChange(false)}
          submit={reopen.isPending ? strings.reopening : strings.reopen}
          busy={reopen.isPending}
        />
      </Form>
    </Dialog>
  )
}
