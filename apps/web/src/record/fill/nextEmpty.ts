import { fillStrings as strings } from '#strings/recordFill'
import { toast } from '../../design/toast.js'
import type { OpenRecord } from '../state/recordContext.js'

/**
 * Goes to the next slot in which nothing stands (1) or to the one before (-1), round the end of the page; among one's own
 * where those alone are wanted. It starts from the slot at hand, also where a button or a popup has the focus.
 * @see docs/spec.md U2
 */
export function goToEmpty({ session, editing, mine }: OpenRecord, step: 1 | -1): void {
  const { places } = session
  const isNext = (from: Element | null) => places.next(from, step, (place) => place.isEmpty() && mine.wants(place))
  const place = isNext(here(editing)) ?? isNext(null)
  if (place !== undefined) place.focus('end')
  else toast(mine.isOn() ? strings.nothingMineEmpty : strings.nothingEmpty, { key: 'next-empty' })
}

/** Where somebody is in the document; `null` at its beginning. */
function here(editing: OpenRecord['editing']): Element | null {
  const { activeElement } = document
  if (activeElement?.closest('article') != null) return activeElement
  if (activeElement === document.body) return null
  return editing.getState().current?.editor.view.dom ?? null
}
