import type { Slot } from '@colophon/template'
import { useRef } from 'react'
import type * as Y from 'yjs'
import { recordStrings as strings } from '#strings/record'
import { say } from '../../text/say.js'
import type { Landing } from '../session/places.js'
import { useFragment } from '../state/useShared.js'
import { gapText } from './gap.js'
import styles from './Slot.module.css'
import { StaticBlocks } from './StaticBlocks.js'
import { StaticLine } from './StaticLine.js'
import { proseClass, textClass } from './slotClass.js'
import type { PressedKey } from './typedAhead.js'

export interface StaticSlotProps {
  slot: Slot
  fragment: Y.XmlFragment
  blank: boolean
  readOnly: boolean
  /** Somebody wants to write here. */
  onEnter: (landing: Landing) => void
  /** @returns whether the key is kept for the editor that is coming. */
  onKey: (key: PressedKey) => boolean
}

/** A slot's present text without an editor: what is far from the window, and what may only be read. */
export function StaticSlot({ slot, fragment, blank, readOnly, onEnter, onKey }: StaticSlotProps) {
  useFragment(fragment)
  const pressed = useRef(false)
  const prose = slot.form === 'prose'
  const Tag = prose ? 'div' : 'span'
  const text = blank ? (
    <Tag className={styles.gap}>{gapText(slot)}</Tag>
  ) : prose ? (
    <StaticBlocks nodes={fragment.toArray()} links={readOnly} />
  ) : (
    <StaticLine fragment={fragment} links={readOnly} />
  )
  const className = prose ? proseClass : textClass
  const dir = prose ? undefined : 'auto'
  if (readOnly) {
    return (
      <Tag className={className} dir={dir}>
        {text}
      </Tag>
    )
  }
  return (
    <Tag
      className={className}
      dir={dir}
      role="textbox"
      tabIndex={0}
      aria-label={blank ? say(strings.empty, { label: slot.label }) : slot.label}
      aria-multiline={prose}
      onPointerDown={() => {
        pressed.current = true
      }}
      onFocus={() => {
        // A press focuses before it ends; the caret is placed when it has.
        if (!pressed.current) onEnter('end')
      }}
      onBlur={() => {
        pressed.current = false
      }}
      onKeyDown={(event) => {
        if (onKey(event.nativeEvent)) event.preventDefault()
      }}
      onClick={() => {
        pressed.current = false
        onEnter('end')
      }}
    >
      {text}
    </Tag>
  )
}
