import type { Slot } from '@colophon/template'
import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import type * as Y from 'yjs'
import { keepFocus } from '../../design/focus/keepFocus.js'
import { keepCaretInView } from '../editor/keepCaretInView.js'
import { createSlotEditor, land } from '../editor/slotEditor.js'
import { useRecord } from '../state/recordContext.js'
import { gapText } from './gap.js'
import { proseClass, textClass } from './slotClass.js'

export interface SlotEditorProps {
  slot: Slot
  path: string
  fragment: Y.XmlFragment
  /** Told of the editor while there is one. */
  onEditor: (editor: Editor | null) => void
}

/** The editable text of a slot. It renders once; what is typed goes past React. */
export function SlotEditor({ slot, path, fragment, onEditor }: SlotEditorProps) {
  const { session, history, editing, mine } = useRecord()
  const host = useRef<HTMLDivElement & HTMLSpanElement>(null)
  const tell = useEffectEvent(onEditor)
  const hadFocus = useRef(false)
  useEffect(keepFocus, [])

  useLayoutEffect(() => {
    const element = host.current
    if (element === null) return
    const go = (step: 1 | -1) => () => {
      const place = session.places.next(element, step, mine.wants)
      place?.focus('end')
      return place !== undefined
    }
    const editor = createSlotEditor({
      slot,
      host: element,
      label: slot.label,
      gap: gapText(slot),
      fragment,
      path,
      presence: session.presence,
      history,
      editable: true,
      ways: {
        next: go(1),
        previous: go(-1),
        leave() {
          element.parentElement?.focus()
          return true
        },
      },
      onEditSource: (source, answer) => editing.ask({ kind: 'source', source, answer }),
      onFocus: (focused) => editing.focus({ editor: focused, slot, path, since: focused.state.doc }),
      onBlur: () => undefined,
    })
    tell(editor)
    // Another item may now be the one that this slot shows; whoever writes here goes on writing.
    if (hadFocus.current) land(editor, 'end')
    const letCaretGo = keepCaretInView(editor)
    return () => {
      letCaretGo()
      hadFocus.current = element.contains(document.activeElement)
      tell(null)
      editing.leave(editor)
      editor.destroy()
    }
  }, [slot, path, fragment, session, history, editing, mine])

  const Host = slot.form === 'prose' ? 'div' : 'span'
  return <Host ref={host} className={slot.form === 'prose' ? proseClass : textClass} />
}
