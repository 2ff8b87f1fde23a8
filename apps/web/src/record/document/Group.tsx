import type { LayoutGroup } from '@colophon/template'
import { Plus } from 'lucide-react'
import { recordStrings as strings } from '#strings/record'
import { Button } from '../../design/Button.js'
import { say } from '../../text/say.js'
import { useReadOnly } from '../state/useSessionState.js'
import { useItems } from '../state/useShared.js'
import styles from './Group.module.css'
import { GroupItem, type ShowBlocks } from './GroupItem.js'
import { useGroupEdits } from './useGroupEdits.js'

/** The items of a group in their order, and the way to another one. */
export function Group({ group, show }: { group: LayoutGroup; show: ShowBlocks }) {
  const items = useItems(group.id)
  const readOnly = useReadOnly()
  const edits = useGroupEdits(group)
  const inList = group.children[0]?.type === 'listItem'
  const Tag = inList ? 'li' : 'div'
  return (
    <>
      {items.map((item, i) => (
        <GroupItem key={item.id} group={group} item={item} index={i} count={items.length} edits={edits} show={show} />
      ))}
      {!readOnly && (
        <Tag className={styles.add} data-print="no" data-in-list={inList || undefined}>
          <Button
            size="small"
            variant="quiet"
            icon={<Plus size={15} aria-hidden />}
            onClick={() => edits.add(items.length)}
          >
            {say(strings.add, { label: group.label.toLocaleLowerCase() })}
          </Button>
        </Tag>
      )}
    </>
  )
}
