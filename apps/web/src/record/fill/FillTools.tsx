import { lazy } from 'react'
import { Panel } from '../../app/Panel.js'
import { useEditing } from '../editor/useEditing.js'

const SlotHelp = lazy(() => import('./SlotHelp.js'))

/** What helps with the slot at hand. Fetched with the first that is written in. */
export function FillTools() {
  const { current } = useEditing()
  return (
    <Panel open={current !== null} onClose={nothing}>
      {current !== null && <SlotHelp key={current.path} at={current} />}
    </Panel>
  )
}

const nothing = () => undefined
