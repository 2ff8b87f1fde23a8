import { dialogStrings as strings } from '#strings/signoffDialog'
import { PasswordField } from '../../account/PasswordField.js'
import { Dialog } from '../../design/Dialog.js'
import { DialogButtons } from '../../design/DialogButtons.js'
import { Form, fieldOf } from '../../design/Form.js'
import { say } from '../../text/say.js'
import type { Attempt } from '../signing.js'
import { useSigning } from '../useSigning.js'

export interface PasswordDialogProps {
  attempt: Extract<Attempt, { kind: 'password' }>
  onOpenChange: (open: boolean) => void
}

/** Asks for one's password once more, where the workspace wants that of whoever signs. */
export function PasswordDialog({ attempt: { line, isWrong }, onOpenChange }: PasswordDialogProps) {
  const signing = useSigning()
  const handleLeave = () => {
    signing.undo(line.role)
    onOpenChange(false)
  }
  const handleSubmit = (values: FormData) => {
    const password = fieldOf(values, 'password')
    if (password === '') return
    onOpenChange(false)
    signing.confirm(line.role, password)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && handleLeave()}
      title={strings.passwordTitle}
      description={say(strings.passwordText, { label: line.label })}
    >
      <Form problem={isWrong && strings.passwordWrong} onSubmit={handleSubmit}>
        <PasswordField autoComplete="current-password" />
        <DialogButtons cancel={strings.cancel} onCancel={handleLeave} submit={strings.passwordGo} busy={false} />
      </Form>
    </Dialog>
  )
}
