import { Button } from '../design/Button.js'
import { Dialog } from '../design/Dialog.js'
import { closePanel } from './panels.js'
import { appStrings } from './strings.js'

/** Stands where one of the frame's dialogs has stopped; the page beneath goes on. */
export function PanelError() {
  return (
    <Dialog
      open
      onOpenChange={closePanel}
      title={appStrings.panelErrorTitle}
      description={appStrings.panelErrorText}
      footer={<Button onClick={() => window.location.reload()}>{appStrings.reload}</Button>}
    />
  )
}
