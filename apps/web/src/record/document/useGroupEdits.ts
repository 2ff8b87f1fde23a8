import { addItem, itemPath, type LayoutGroup, moveItem, removeItem } from '@colophon/template'
import { useMemo } from 'react'
import { recordStrings as strings } from '#strings/record'
import { say } from '../../text/say.js'
import { announce } from '../announce.js'
import { offerUndo } from '../offerUndo.js'
import { useRecord, useScope } from '../state/recordContext.js'

/** What can be done to the items of one group. Each is one step of the history. @see docs/spec.md T6 */
export interface GroupEdits {
  /** Adds an item at a position, from 0, and goes to it. */
  add(at: number): void
  move(itemId: string, to: number): void
  remove(itemId: string, number: number): void
}

export function useGroupEdits({ id: groupId, label }: LayoutGroup): GroupEdits {
  const scope = useScope()
  const { template, history, session } = useRecord()
  return useMemo(
    () => ({
      add(at) {
        const group = template.groups.get(groupId)
        if (group === undefined) return
        let itemId = ''
        history.change(() => {
          itemId = addItem(template, scope, group, at)
        })
        announce(say(strings.added, { label, number: at + 1 }))
        const own = itemPath(scope.path, groupId, itemId)
        // The item is in the page once React has shown it.
        requestAnimationFrame(() =>
          session.places
            .all()
            .find(({ kind, path }) => kind === 'slot' && path.startsWith(`${own}@`))
            ?.focus('end'),
        )
      },
      move(itemId, to) {
        history.change(() => moveItem(scope, groupId, itemId, to))
        announce(say(strings.movedTo, { label, number: to + 1 }))
      },
      remove(itemId, number) {
        history.change(() => removeItem(scope, groupId, itemId))
        offerUndo(history, say(strings.removed, { label, number }), strings.removedDetail)
      },
    }),
    [scope, template, history, session, groupId, label],
  )
}
