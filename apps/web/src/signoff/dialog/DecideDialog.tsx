import { limits, type Meaning, meaningSchema, type Signoff } from '@colophon/protocol'
import { useState } from 'react'
import { dialogStrings as strings } from '#strings/signoffDialog'
import { Choice } from '../../design/Choice.js'
import { Dialog } from '../../design/Dialog.js'
import { DialogButtons } from '../../design/DialogButtons.js'
import { type FieldErrors, Form, fieldOf } from '../../design/Form.js'
import { TextArea } from '../../design/TextArea.js'
import { say } from '../../text/say.js'
import { useSigning } from '../useSigning.js'
import { Evidence } from './Evidence.js'

const meanings = meaningSchema.options.map((value) => ({ value, label: strings.meanings[value] }))

export interface DecideDialogProps {
  line: Signoff
  onOpenChange: (open: boolean) => void
}

/** Approves with a meaning and a comment. */
export function ApproveDialog({ line: { role, label }, onOpenChange }: DecideDialogProps) {
  const signing = useSigning()
  const [meaning, setMeaning] = useState<Meaning>('approved')
  const handleSubmit = (values: FormData) => {
    onOpenChange(false)
    signing.begin({ role, label }, { decision: 'approve', meaning, comment: fieldOf(values, 'comment').trim() })
  }
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={say(strings.approveTitle, { label })}
      description={strings.approveText}
      size="medium"
    >
      <Form onSubmit={handleSubmit}>
        <Choice label={strings.meaning} showLabel value={meaning} options={meanings} onValueChange={setMeaning} />
        <TextArea
          name="comment"
          label={strings.commentLabel}
          hint={strings.commentHint}
          maxLength={limits.commentChars}
        />
        <DialogButtons
          cancel={strings.cancel}
          onCancel={() => onOpenChange(false)}
          submit={strings.approve}
          busy={false}
        />
      </Form>
      <Evidence />
    </Dialog>
  )
}

/** Declines, with the reason that it needs. @see docs/spec.md G4 */
export function DeclineDialog({ line: { role, label }, onOpenChange }: DecideDialogProps) {
  const signing = useSigning()
  const [errors, setErrors] = useState<FieldErrors>()
  const handleSubmit = (values: FormData) => {
    const comment = fieldOf(values, 'comment').trim()
    setErrors(comment === '' ? { comment: strings.declineRequired } : undefined)
    if (comment === '') return
    onOpenChange(false)
    signing.begin({ role, label }, { decision: 'decline', comment })
  }
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={say(strings.declineTitle, { label })}
      description={strings.declineText}
    >
      <Form errors={errors} onSubmit={handleSubmit}>
        <TextArea name="comment" label={strings.reasonLabel} maxLength={limits.commentChars} />
        <DialogButtons
          cancel={strings.cancel}
          onCancel={() => onOpenChange(false)}
          submit={strings.decline}
          busy={false}
        />
      </Form>
    </Dialog>
  )
}
