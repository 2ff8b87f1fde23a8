import { useRecord } from '../../record/state/recordContext.js'
import { ShareDialog } from '../../sharing/ShareDialog.js'
import type { RecordDialog } from '../dialogs.js'
import { useLine } from '../useLedger.js'
import { useAttempt } from '../useSigning.js'
import { AssignDialog } from './AssignDialog.js'
import { ChangesDialog } from './ChangesDialog.js'
import { CompleteDialog } from './CompleteDialog.js'
import { ApproveDialog, DeclineDialog } from './DecideDialog.js'
import { MovedDialog } from './MovedDialog.js'
import { PasswordDialog } from './PasswordDialog.js'
import { ReopenDialog } from './ReopenDialog.js'

/** What is laid over a record about who does what with it. */
export default function OpenDialog({ dialog }: { dialog: RecordDialog }) {
  const { dialogs } = useRecord()
  return <Asked dialog={dialog} onOpenChange={(open) => !open && dialogs.close()} />
}

interface AskedProps<Dialog> {
  dialog: Dialog
  onOpenChange: (open: boolean) => void
}

function Asked({ dialog, onOpenChange }: AskedProps<RecordDialog>) {
  switch (dialog.kind) {
    case 'complete':
      return <CompleteDialog onOpenChange={onOpenChange} />
    case 'reopen':
      return <ReopenDialog onOpenChange={onOpenChange} />
    case 'share':
      return <ShareDialog onOpenChange={onOpenChange} />
    case 'approve':
    case 'decline':
    case 'assign':
    case 'changes':
    case 'moved':
    case 'password':
      return <AboutRole dialog={dialog} onOpenChange={onOpenChange} />
    default:
      return dialog satisfies never
  }
}

function AboutRole({ dialog, onOpenChange }: AskedProps<Extract<RecordDialog, { role: string }>>) {
  const line = useLine(dialog.role)
  const attempt = useAttempt(dialog.role)
  if (line === undefined) return null
  switch (dialog.kind) {
    case 'approve':
      return <ApproveDialog line={line} onOpenChange={onOpenChange} />
    case 'decline':
      return <DeclineDialog line={line} onOpenChange={onOpenChange} />
    case 'assign':
      return <AssignDialog line={line} onOpenChange={onOpenChange} />
    case 'changes':
      return line.decision && <ChangesDialog line={line} decision={line.decision} onOpenChange={onOpenChange} />
    case 'moved':
      return attempt?.kind === 'moved' && <MovedDialog moved={attempt} onOpenChange={onOpenChange} />
    case 'password':
      return attempt?.kind === 'password' && <PasswordDialog attempt={attempt} onOpenChange={onOpenChange} />
    default:
      return dialog.kind satisfies never
  }
}
