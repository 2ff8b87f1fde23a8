import type { LayoutGroup } from '@colophon/template'
import { ArrowDown, ArrowUp, EllipsisVertical, Plus, Trash2 } from 'lucide-react'
import { recordStrings as strings } from '#strings/record'
import { IconButton } from '../../design/IconButton.js'
import { Menu, type MenuEntry } from '../../design/Menu.js'
import { say } from '../../text/say.js'
import styles from './Group.module.css'
import type { GroupEdits } from './useGroupEdits.js'

export interface ItemMenuProps {
  group: LayoutGroup
  itemId: string
  /** From 0. */
  index: number
  count: number
  edits: GroupEdits
}

/** What can be done to an item as a whole: moved, removed, followed by another. */
export function ItemMenu({ group, itemId, index, count, edits }: ItemMenuProps) {
  const number = index + 1
  const entries: readonly MenuEntry[] = [
    {
      kind: 'item',
      label: strings.moveUp,
      icon: <ArrowUp size={16} aria-hidden />,
      disabled: index === 0,
      onSelect: () => edits.move(itemId, index - 1),
    },
    {
      kind: 'item',
      label: strings.moveDown,
      icon: <ArrowDown size={16} aria-hidden />,
      disabled: number === count,
      onSelect: () => edits.move(itemId, index + 1),
    },
    { kind: 'item', label: strings.addAfter, icon: <Plus size={16} aria-hidden />, onSelect: () => edits.add(number) },
    { kind: 'separator', key: 'end' },
    {
      kind: 'item',
      label: strings.remove,
      icon: <Trash2 size={16} aria-hidden />,
      danger: true,
      onSelect: () => edits.remove(itemId, number),
    },
  ]
  const trigger = (
    <IconButton
      label={say(strings.itemMenu, { label: group.label, number })}
      icon={<EllipsisVertical size={16} aria-hidden />}
    />
  )
  return (
    <span className={styles.itemMenu} data-print="no">
      <Menu trigger={trigger} entries={entries} />
    </span>
  )
}
