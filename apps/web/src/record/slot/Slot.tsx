import { isFilled, placeSlot, slotPath, type Slot as TemplateSlot } from '@colophon/template'
import { useEffect } from 'react'
import type * as Y from 'yjs'
import { recordStrings as strings } from '#strings/record'
import { say } from '../../text/say.js'
import { isReassigned, useAssignee } from '../assign/useAssignee.js'
import { Owner } from '../fill/Filling.js'
import { useRecord, useScope } from '../state/recordContext.js'
import { usePeopleAt, useReadOnly } from '../state/useSessionState.js'
import { useBlank, useSlotScope } from '../state/useShared.js'
import styles from './Slot.module.css'
import { SlotBoundary } from './SlotBoundary.js'
import { SlotPresence } from './SlotPresence.js'
import { StaticSlot } from './StaticSlot.js'
import { slotClass } from './slotClass.js'
import { useMounting } from './useMounting.js'

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
  const { session, me } = useRecord()
  const { placeholder } = placeSlot(slot, useScope(), at)
  const owner = useAssignee(path)
  const readOnly = useReadOnly()
  const blank = useBlank(fragment)
  const people = usePeopleAt(path)
  const { element, SlotEditor, onEditor, enter, onKey } = useMounting(readOnly)

  useEffect(() => {
    if (element.current === null) return
    return session.places.add({
      kind: 'slot',
      element: element.current,
      path,
      holds: (other) => other === fragment,
      isEmpty: () => !isFilled(slot, fragment, placeholder),
      isIn: (restored) => restored.touched(fragment) || isReassigned(restored, session.doc, path),
      focus: enter,
    })
  }, [session, slot, path, fragment, placeholder, element, enter])

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
      {SlotEditor === undefined ? (
        <StaticSlot slot={slot} fragment={fragment} blank={blank} readOnly={readOnly} onEnter={enter} onKey={onKey} />
      ) : (
        <SlotEditor slot={slot} path={path} fragment={fragment} onEditor={onEditor} />
      )}
      {SlotEditor === undefined && <SlotPresence people={people} />}
      {blank && owner !== undefined && <Owner id={owner} />}
    </Tag>
  )
}
