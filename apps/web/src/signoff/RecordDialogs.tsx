import { useEffect } from 'react'
import { late } from '../api/late.js'
import { Panel } from '../app/Panel.js'
import { useRecord } from '../record/state/recordContext.js'
import { SigningGuard } from './SigningGuard.js'
import { useRecordDialog } from './useLedger.js'
import { useSigning } from './useSigning.js'

const OpenDialog = late(() => import('./dialog/OpenDialog.js'))

/** The dialogs about who does what with a record; their code is fetched when the first one opens. */
export function RecordDialogs() {
  const { dialogs } = useRecord()
  const dialog = useRecordDialog()
  const signing = useSigning()
  // Whoever leaves the page has decided nothing that is not sent.
  useEffect(() => () => signing.leave(), [signing])
  const handleClose = () => {
    dialogs.close()
    signing.leave()
  }
  return (
    <>
      <SigningGuard />
      <Panel open={dialog !== null} onClose={handleClose}>
        {dialog !== null && <OpenDialog dialog={dialog} />}
      </Panel>
    </>
  )
}
