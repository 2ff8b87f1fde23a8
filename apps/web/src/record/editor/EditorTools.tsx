import { lazy } from 'react'
import { Panel } from '../../app/Panel.js'
import { useRecord } from '../state/recordContext.js'
import { useEditing } from './useEditing.js'

const FormatToolbar = lazy(() => import('./FormatToolbar.js'))
const EditorDialogs = lazy(() => import('./EditorDialogs.js'))

/** What comes to the editor at hand: the format toolbar, and what an editor asks. Fetched with the first slot that is written in. */
export function EditorTools() {
  const { editing } = useRecord()
  const { current, question } = useEditing()
  const formats = current !== null && current.slot.form !== 'plain' ? current : null
  return (
    <>
      <Panel open={formats !== null} onClose={nothing}>
        {formats !== null && <FormatToolbar key={formats.slot.form} editor={formats.editor} form={formats.slot.form} />}
      </Panel>
      <Panel open={question !== null} onClose={editing.close}>
        {question !== null && <EditorDialogs question={question} />}
      </Panel>
    </>
  )
}

const nothing = () => undefined
