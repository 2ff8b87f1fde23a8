import { lazy, useEffect } from 'react'
import { Panel } from '../app/Panel.js'
import { useRecord } from '../record/state/recordContext.js'
import { useRecordDialog } from './useLedger.js'
import { useMoved } from './useSigning.js'

const OpenDialog = lazy(() => import('./dialog/OpenDialog.js'))

/** The dialogs about who does what with a record; their code is fetched when the first one opens. */
export function RecordDialogs() {
  const { dialogs, signing } = useRecord()
  const dialog = useRecordDialog()
  const moved = useMoved()
  // Whoever leaves the page has decided nothing that is not sent.
  useEffect(() => () => signing.leave(), [signing])
  const handleClose = () => {
    dialogs.close()
    signing.leave()
  }
  return (
    <Panel open={dialog !== null || moved !== undefined} onClose={handleClose}>
      <OpenDialog dialog={dialog} />
    </Panel>
  )
}
