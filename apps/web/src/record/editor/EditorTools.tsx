import { useEffect } from 'react'
import { late } from '../../api/late.js'
import { LatePart } from '../../app/LatePart.js'
import { Panel } from '../../app/Panel.js'
import { whenIdle } from '../slot/approach.js'
import { useRecord } from '../state/recordContext.js'
import { useEditing } from './useEditing.js'

const tools = () => import('./WritingTools.js')
const WritingTools = late(tools)
const EditorDialogs = late(() => import('./EditorDialogs.js'))

/** What comes to the editor at hand: tools to write with, and what an editor asks. Fetched while nothing else is to do. */
export function EditorTools() {
  const { editing } = useRecord()
  const { current, question } = useEditing()
  // What does not come now is fetched when it is wanted.
  useEffect(() => whenIdle(() => void tools().catch(nothing)), [])
  const formats = current !== null && current.slot.form !== 'plain' ? current : null
  return (
    <>
      <LatePart>{formats !== null && <WritingTools {...formats} />}</LatePart>
      <Panel open={question !== null} onClose={editing.close}>
        {question !== null && <EditorDialogs question={question} />}
      </Panel>
    </>
  )
}

const nothing = () => undefined
