import { late } from '../../api/late.js'
import { LatePart } from '../../app/LatePart.js'
import { useEditing } from '../editor/useEditing.js'

const SlotHelp = late(() => import('./SlotHelp.js'))

/** What helps with the slot at hand. Fetched with the first that is written in. */
export function FillTools() {
  const { current } = useEditing()
  return <LatePart>{current !== null && <SlotHelp key={current.path} at={current} />}</LatePart>
}
