import type { Item, LayoutBlock, LayoutGroup, LayoutListItem } from '@colophon/template'
import { memo, type ReactNode } from 'react'
import { ScopeContext } from '../state/recordContext.js'
import { useReadOnly } from '../state/useSessionState.js'
import styles from './Group.module.css'
import { ItemMenu } from './ItemMenu.js'
import { ItemNameContext } from './itemName.js'
import { startsWithTick } from './startsWithTick.js'
import text from './Text.module.css'
import type { GroupEdits } from './useGroupEdits.js'
import { useItemPlace } from './useItemPlace.js'

/** How the blocks of an item are shown; handed down, because items and blocks hold each other. */
export type ShowBlocks = (blocks: readonly (LayoutBlock | LayoutListItem)[]) => ReactNode

export interface GroupItemProps {
  group: LayoutGroup
  item: Item
  /** From 0. */
  index: number
  count: number
  edits: GroupEdits
  show: ShowBlocks
}

/** One item of a group, with what can be done to it as a whole. */
export const GroupItem = memo(function GroupItem({ group, item, index, count, edits, show }: GroupItemProps) {
  const readOnly = useReadOnly()
  const element = useItemPlace(group.id, item.id)
  const name = `${group.label} ${index + 1}`
  const [first] = group.children
  const menu = readOnly ? null : <ItemMenu group={group} itemId={item.id} index={index} count={count} edits={edits} />
  const content = show(first?.type === 'listItem' ? first.children : group.children)
  return (
    <ScopeContext value={item.scope}>
      <ItemNameContext value={name}>
        <ItemElement block={first} attach={element} name={name}>
          {menu}
          {content}
        </ItemElement>
      </ItemNameContext>
    </ScopeContext>
  )
})

interface ItemElementProps {
  /** The first block of the item. */
  block: LayoutBlock | LayoutListItem | undefined
  attach: (element: HTMLElement | null) => void
  name: string
  children: ReactNode
}

function ItemElement({ block, attach, name, children }: ItemElementProps) {
  if (block?.type === 'listItem') {
    const ticked = startsWithTick(block) || undefined
    return (
      <li ref={attach} className={`${styles.groupItem} ${text.entry}`} data-in-list data-ticked={ticked} tabIndex={-1}>
        {children}
      </li>
    )
  }
  return (
    <section ref={attach} className={styles.groupItem} aria-label={name} tabIndex={-1}>
      {children}
    </section>
  )
}
