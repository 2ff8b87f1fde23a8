import { useState } from 'react'
import { assignStrings as strings } from '#strings/recordAssign'
import type { MenuEntry } from '../../design/Menu.js'
import MenuPopup, { type MenuPopupProps } from '../../design/MenuPopup.js'
import { say } from '../../text/say.js'
import type { Lot } from './slotsUnder.js'
import { usePeopleEntries } from './usePeopleEntries.js'

export interface AssignMenuProps extends Pick<MenuPopupProps, 'button' | 'byKey' | 'finalFocus'> {
  onClose: () => void
  /** What can be given away, at least one thing; the first is, unless another is picked. */
  lots: readonly [Lot, ...Lot[]]
}

/** Who is to fill some slots: what of the record, then the people of the workspace, oneself first. */
export default function AssignMenu({ lots, onClose, ...popup }: AssignMenuProps) {
  const [first] = lots
  const [chosen, setChosen] = useState(first.id)
  const lot = lots.find(({ id }) => id === chosen) ?? first
  const people = usePeopleEntries(lot.paths)
  const what: MenuEntry = {
    kind: 'choice',
    label: strings.what,
    value: lot.id,
    options: lots.map(({ id, text, paths }) => ({
      value: id,
      label: paths.length === 1 ? text : say(strings.lot, { text, count: paths.length }),
      onSelect: () => setChosen(id),
    })),
  }
  const note: MenuEntry = { kind: 'note', key: 'what', words: say(strings.lot, { ...lot, count: lot.paths.length }) }
  return (
    <MenuPopup
      {...popup}
      open
      onOpenChange={(open) => !open && onClose()}
      entries={
        lot.paths.length === 0
          ? [{ kind: 'note', key: 'none', words: strings.noSlots }]
          : [lots.length > 1 ? what : note, { kind: 'separator', key: 'people' }, ...people]
      }
      align="start"
    />
  )
}
