import { isFilled, placeSlot, slotPath, type Slot as TemplateSlot } from '@colophon/template'
import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type * as Y from 'yjs'
import { say } from '../../text/say.js'
import { isReassigned, useAssignee } from '../assign/useAssignee.js'
import { land } from '../editor/slotEditor.js'
import { Owner } from '../fill/Filling.js'
import type { Landing } from '../session/places.js'
import { useRecord, useScope } from '../state/recordContext.js'
import { usePeopleAt, useReadOnly } from '../state/useSessionState.js'
import { useBlank, useSlotScope } from '../state/useShared.js'
import { recordStrings as strings } from '../strings.js'
import { bringIntoView } from './bringIntoView.js'
import styles from './Slot.module.css'
import { SlotBoundary } from './SlotBoundary.js'
import { SlotEditor } from './SlotEditor.js'
import { SlotPresence } from './SlotPresence.js'
import { StaticSlot } from './StaticSlot.js'
import { slotClass } from './slotClass.js'

export interface SlotProps {
  slot: TemplateSlot
  /** See the template's `SlotPart`. */
  at?: readonly number[] | null
}

/** One occurrence of a slot: its text, ready to be written in. Every occurrence of a key is the same text. */
export function Slot({ slot, at = null }: SlotProps) {
  const scope = useSlotScope(slot, at)
  const fragment = scope?.fragment(slot.key)
  if (scope === undefined || fragment === undefined) {
    return <span className={styles.missing}>{say(strings.missingSlot, { label: slot.label })}</span>
  }
  return (
    <SlotBoundary label={slot.label}>
      <OpenSlot slot={slot} at={at} path={slotPath(scope.path, slot.key)} fragment={fragment} />
    </SlotBoundary>
  )
}

interface OpenSlotProps extends Required<SlotProps> {
  path: string
  fragment: Y.XmlFragment
}

function OpenSlot({ slot, at, path, fragment }: OpenSlotProps) {
  const { approach, session, me } = useRecord()
  const { placeholder } = placeSlot(slot, useScope(), at)
  const owner = useAssignee(path)
  const readOnly = useReadOnly()
  const blank = useBlank(fragment)
  const people = usePeopleAt(path)
  const [mounted, setMounted] = useState(false)
  const element = useRef<HTMLDivElement & HTMLSpanElement>(null)
  const editor = useRef<Editor | null>(null)
  const writable = mounted && !readOnly

  const focus = useRef((landing: Landing) => {
    // At once, so that a key pressed next goes into the text.
    if (editor.current === null) flushSync(() => setMounted(true))
    if (element.current !== null) bringIntoView(element.current)
    if (editor.current !== null) land(editor.current, landing)
    else element.current?.focus()
  })

  useEffect(() => {
    const text = element.current
    if (mounted || readOnly || text === null) return
    return approach.watch(text, () => {
      // Between a press and its release the text would be taken from under the pointer, and the focus with it.
      if (text.contains(document.activeElement)) focus.current('end')
      else setMounted(true)
    })
  }, [approach, mounted, readOnly])

  useEffect(() => {
    if (element.current === null) return
    return session.places.add({
      kind: 'slot',
      element: element.current,
      path,
      holds: (other) => other === fragment,
      isEmpty: () => !isFilled(slot, fragment, placeholder),
      isIn: (restored) => restored.touched(fragment) || isReassigned(restored, session.doc, path),
      focus: focus.current,
    })
  }, [session, slot, path, fragment, placeholder])

  const Tag = slot.form === 'prose' ? 'div' : 'span'
  return (
    <Tag
      ref={element}
      className={slotClass}
      data-slot={path}
      data-form={slot.form}
      data-blank={blank || undefined}
      data-occupied={people.length > 0 || undefined}
      data-mine={owner === me.id || undefined}
      tabIndex={-1}
    >
      {writable ? (
        <SlotEditor
          slot={slot}
          path={path}
          fragment={fragment}
          onEditor={(next) => {
            editor.current = next
          }}
        />
      ) : (
        <StaticSlot slot={slot} fragment={fragment} blank={blank} readOnly={readOnly} onEnter={focus.current} />
      )}
      {!writable && <SlotPresence people={people} />}
      {blank && owner !== undefined && <Owner id={owner} />}
    </Tag>
  )
}
