import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dialogStrings as strings } from '#strings/signoffDialog'
import { sentenceOf } from '../../api/errors.js'
import { signoffClient } from '../../api/signoffClient.js'
import { Dialog } from '../../design/Dialog.js'
import { DialogButtons } from '../../design/DialogButtons.js'
import { Form, fieldOf } from '../../design/Form.js'
import { TextField } from '../../design/TextField.js'
import { toast } from '../../design/toast.js'
import { useRecord } from '../../record/state/recordContext.js'
import { say } from '../../text/say.js'
import { fingerprintNow, movedBy } from '../openSigning.js'
import { useLedger } from '../useLedger.js'
import { ChangeList } from './ChangesDialog.js'
import styles from './Dialog.module.css'
import { Evidence } from './Evidence.js'
import { StandsInTheWay } from './StandsInTheWay.js'
import { useGoTo } from './useGoTo.js'

/** What a record still lacks, and the press that completes it. @see docs/spec.md G5 */
export function CompleteDialog({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const { id, session } = useRecord()
  const { versions } = useLedger()
  const goTo = useGoTo()
  // Of the text as it is when the dialog opens: it is that one which is completed, or none.
  const seen = useQuery({
    queryKey: ['records', 'completing', id],
    queryFn: ({ signal }) => fingerprintNow(id, session, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const complete = useMutation({
    mutationFn: ({ fingerprint, name }: { fingerprint: string; name: string }) =>
      signoffClient.complete(id, { fingerprint, ...(name === '' ? {} : { name }) }),
    onSuccess(ledger) {
      session.setLedger(ledger)
      toast(strings.completed)
      onOpenChange(false)
    },
  })
  const moved = movedBy(complete.error)
  const fingerprint = moved?.fingerprint ?? seen.data
  const problem = complete.error ?? seen.error
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={strings.completeTitle}
      description={strings.completeText}
      size="medium"
    >
      <Form
        problem={problem && sentenceOf(problem, strings.completeFailed)}
        onSubmit={(values) => {
          if (fingerprint !== undefined) complete.mutate({ fingerprint, name: fieldOf(values, 'name').trim() })
        }}
      >
        {moved !== undefined && (
          <div className={styles.scroll}>
            <ChangeList changes={moved.changes ?? []} onGo={goTo} />
          </div>
        )}
        <StandsInTheWay onGo={goTo} />
        <p>
          <Link
            to="/records/$recordId/export"
            params={{ recordId: id }}
            search={{ status: 'live' }}
            target="_blank"
            rel="noopener"
          >
            {strings.preview}
          </Link>
        </p>
        <TextField
          name="name"
          label={strings.versionName}
          hint={say(strings.versionHint, { number: versions.length + 1 })}
          maxLength={100}
          autoComplete="off"
        />
        <DialogButtons
          cancel={strings.cancel}
          onCancel={() => onOpenChange(false)}
          submit={submitWords(seen.isPending, complete.isPending)}
          busy={fingerprint === undefined || complete.isPending}
        />
      </Form>
      <Evidence />
    </Dialog>
  )
}

function submitWords(isReading: boolean, isCompleting: boolean): string {
  if (isReading) return strings.completeReading
  return isCompleting ? strings.completing : strings.complete
}
