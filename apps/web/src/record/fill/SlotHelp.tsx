// Of base-ui's popups the one that leaves the focus alone: no guards around it, and no focus to give back.
import { PreviewCard } from '@base-ui/react/preview-card'
import { useCallback, useMemo, useRef, useState } from 'react'
import { fillStrings as strings } from '#strings/recordFill'
import { late } from '../../api/late.js'
import { Panel } from '../../app/Panel.js'
import { lotsAround } from '../assign/slotsUnder.js'
import { usePeopleOfWorkspace } from '../assign/usePeopleOfWorkspace.js'
import type { Written } from '../editor/editing.js'
import { useEditorValue } from '../editor/useEditing.js'
import { useToolbarKeys } from '../editor/useToolbarKeys.js'
import { sectionsOf } from '../outline/sections.js'
import { useRecord } from '../state/recordContext.js'
import { HelpStrip } from './HelpStrip.js'
import { helpFor, isWanted } from './help.js'
import type { Names } from './offers.js'
import styles from './SlotHelp.module.css'
import { slotText } from './slotText.js'
import { surroundingsOf } from './surroundings.js'

const AssignMenu = late(() => import('../assign/AssignMenu.js'))
const Calendar = late(() => import('./Calendar.js'))

/** What was opened from the strip. */
type Opened = 'calendar' | 'assign' | 'assign by key' | null

/** The bar at the top covers what comes nearer, px. */
const collisionPadding = { top: 64, bottom: 8, left: 8, right: 8 }

/**
 * What helps with the slot at hand, beside it: it comes and goes by itself and never takes the focus. Alt+Down goes to it,
 * or opens the calendar of a date; Escape comes back.
 * @param at - another object each time somebody comes to the slot: then the rest of the record is looked at again.
 * @see docs/spec.md U6
 */
export default function SlotHelp({ at }: { at: Written }) {
  const { editor, slot } = at
  const { session, template, me } = useRecord()
  const strip = useRef<HTMLDivElement>(null)
  const assignButton = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState<Opened>(null)
  const { active } = usePeopleOfWorkspace(slot.kind === 'person')
  const names: Names = { me: me.name, others: active.filter(({ id }) => id !== me.id).map(({ name }) => name) }
  const around = useMemo(() => surroundingsOf(template, session.doc, at), [template, session, at])
  const wanted = useEditorValue(
    editor,
    (now) => now.isFocused && isWanted(slot, helpFor(slot, slotText(now, slot.form), around, names)),
  )
  const openCalendar = useCallback(() => setOpened('calendar'), [])
  const byKey = slot.kind === 'date' ? openCalendar : undefined
  const { open } = useToolbarKeys(editor, strip, wanted, 'alt+ArrowDown', byKey)
  const isAssigning = opened === 'assign' || opened === 'assign by key'
  const isShown = isAssigning || (open && opened === null)
  const handleClose = useCallback(() => setOpened(null), [])
  const backToText = () => (isFocusLost() ? editor.view.dom : false)
  const landmark = editor.view.dom.closest('main')
  const isProse = slot.form === 'prose'
  return (
    <>
      <PreviewCard.Root open={isShown}>
        <PreviewCard.Portal container={landmark}>
          <PreviewCard.Positioner
            className={styles.positioner}
            anchor={editor.view.dom}
            // Over what is read already, and never over the slot that one goes to next.
            side="top"
            align={isProse ? 'end' : 'start'}
            sideOffset={6}
            collisionPadding={collisionPadding}
          >
            <PreviewCard.Popup className={styles.strip}>
              <HelpStrip
                ref={strip}
                at={at}
                around={around}
                names={names}
                onCalendar={openCalendar}
                assignButton={assignButton}
                isAssigning={isAssigning}
                onAssign={(fromKeys) => setOpened(fromKeys ? 'assign by key' : 'assign')}
              />
            </PreviewCard.Popup>
          </PreviewCard.Positioner>
        </PreviewCard.Portal>
      </PreviewCard.Root>
      {/* Beside the strip, not in it: what is laid over a popup gives the focus back to that. */}
      <Panel open={isAssigning} onClose={handleClose}>
        <AssignMenu
          button={assignButton}
          byKey={opened === 'assign by key'}
          onClose={handleClose}
          lots={[
            { id: at.path, text: strings.thisSlot, paths: [at.path] },
            ...(isAssigning ? lotsAround(sectionsOf(template, session.doc), at.path) : []),
          ]}
          finalFocus={backToText}
        />
      </Panel>
      <Panel open={opened === 'calendar'} onClose={handleClose}>
        <Calendar at={at} around={around} onClose={handleClose} finalFocus={backToText} />
      </Panel>
    </>
  )
}

/** Whether what had the focus is gone or about to go; whoever has moved on, by a key or a press, stays where they are. */
function isFocusLost(): boolean {
  const { activeElement, body } = document
  return activeElement === body || activeElement?.closest('[data-base-ui-portal]') != null
}
