import { dialogStrings as strings } from '#strings/signoffDialog'
import { Button } from '../../design/Button.js'
import { Dialog } from '../../design/Dialog.js'
import { say } from '../../text/say.js'
import type { Attempt } from '../signing.js'
import { useSigning } from '../useSigning.js'
import { ChangeList } from './ChangesDialog.js'
import styles from './Dialog.module.css'
import { Evidence } from './Evidence.js'
import { useGoTo } from './useGoTo.js'

export interface MovedDialogProps {
  moved: Extract<Attempt, { kind: 'moved' }>
  onOpenChange: (open: boolean) => void
}

/** The text is not the one that was decided on: what is new, and the choice once more. @see docs/spec.md G1 */
export function MovedDialog({ moved, onOpenChange }: MovedDialogProps) {
  const signing = useSigning()
  const goTo = useGoTo()
  const { line, wish, changes, fingerprint } = moved
  const handleLeave = () => {
    signing.undo(line.role)
    onOpenChange(false)
  }
  const handleAgain = () => {
    onOpenChange(false)
    signing.begin(line, wish, fingerprint)
  }
  const handleGo = (path: string) => {
    handleLeave()
    goTo(path)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && handleLeave()}
      title={strings.movedTitle}
      description={say(strings.movedText, { label: line.label })}
      size="large"
      footer={
        <>
          <Button variant="quiet" onClick={handleLeave}>
            {strings.notNow}
          </Button>
          <Button variant="primary" onClick={handleAgain}>
            {strings.again[wish.decision]}
          </Button>
        </>
      }
    >
      <div className={styles.scroll}>
        {changes === undefined ? <p>{strings.movedUnknown}</p> : <ChangeList changes={changes} onGo={handleGo} />}
      </div>
      <Evidence />
    </Dialog>
  )
}
