import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { recordStrings as strings } from '#strings/record'
import { whileAway } from '../../api/late.js'
import { toast } from '../../design/toast.js'
import type { Landing } from '../session/places.js'
import { useRecord } from '../state/recordContext.js'
import { bringIntoView } from './bringIntoView.js'
import { loadedWriting, loadWriting, type Writing } from './loadWriting.js'
import { mayRest } from './mayRest.js'
import { createTypedAhead, type PressedKey } from './typedAhead.js'

/** When a slot has an editor, and when its text is shown without one. */
export interface Mounting {
  /** For the slot's element. */
  readonly element: RefObject<(HTMLDivElement & HTMLSpanElement) | null>
  /** What draws the editor; `undefined` while there is to be none. */
  readonly SlotEditor: Writing['SlotEditor'] | undefined
  /** To be told of the editor while there is one. */
  readonly onEditor: (editor: Editor | null) => void
  /** Goes into the slot, at once: a key pressed next is already for it. */
  readonly enter: (landing: Landing) => void
  /** A key pressed on the text without an editor. @returns whether it is kept for the editor that is coming. */
  readonly onKey: (key: PressedKey) => boolean
}

/** An editor comes when its slot comes near the window or is gone to, and goes when it is far. @see docs/spec.md P8 */
export function useMounting(readOnly: boolean): Mounting {
  const { approach, editing, session } = useRecord()
  const element = useRef<HTMLDivElement & HTMLSpanElement>(null)
  const editor = useRef<Editor | null>(null)
  const awaited = useRef<Landing | null>(null)
  const [mounted, setMounted] = useState(false)
  const [ahead] = useState(createTypedAhead)
  const letGo = useRef<(() => void) | null>(null)

  const enter = useRef((landing: Landing) => {
    const slot = element.current
    if (slot === null) return
    const writing = loadedWriting()
    if (writing === undefined) return wait(slot, landing)
    if (editor.current === null) flushSync(() => setMounted(true))
    bringIntoView(slot)
    if (editor.current !== null) take(editor.current, landing, writing)
    else slot.focus()
  })

  /** Until the code is there, the text itself has the focus, and what is typed is kept. */
  function wait(slot: HTMLElement, landing: Landing): void {
    const isAwaited = awaited.current !== null
    awaited.current = landing
    bringIntoView(slot)
    const text = slot.querySelector<HTMLElement>('[role=textbox]') ?? slot
    if (!slot.contains(document.activeElement)) text.focus()
    if (isAwaited) return
    const coming = loadWriting()
    coming.then((writing) => goOn(slot, writing), tellGone)
    whileAway(coming, tellAway)
  }

  function goOn(slot: HTMLElement, writing: Writing): void {
    const landing = awaited.current ?? 'end'
    awaited.current = null
    const { activeElement } = document
    const isHere = slot.contains(activeElement)
    if (!isHere && !ahead.holds()) {
      ahead.take()
      return
    }
    flushSync(() => setMounted(true))
    if (editor.current === null) return
    take(editor.current, landing, writing)
    // The window may be smaller by now. Whoever has gone on meanwhile is not called back.
    if (isHere) editor.current.commands.scrollIntoView()
    else if (activeElement instanceof HTMLElement) activeElement.focus()
  }

  /** What was typed before the editor was there comes before anything typed in it. */
  function take(into: Editor, landing: Landing, { land, typeAgain }: Writing): void {
    land(into, landing)
    typeAgain(into, ahead.take())
    tellAhead()
  }

  /** What waits for the editor is in no copy of the record yet. */
  function tellAhead(): void {
    if (ahead.holds()) {
      letGo.current ??= session.holdAhead()
      return
    }
    letGo.current?.()
    letGo.current = null
  }

  function tellAway(): void {
    toast(strings.editorAway, { key: 'editor', detail: strings.editorAwayDetail })
  }

  function tellGone(): void {
    awaited.current = null
    toast(strings.editorGone, { key: 'editor', tone: 'problem', detail: strings.editorGoneDetail })
  }

  useEffect(() => {
    const slot = element.current
    if (readOnly || slot === null) return
    return approach.watch(slot, {
      arrive() {
        // Between a press and its release the text would be taken from under the pointer, and the focus with it. Where the
        // focus is at the slot and not in its text, nobody has come here to write.
        const { activeElement } = document
        if (slot !== activeElement && slot.contains(activeElement) && editor.current === null) enter.current('end')
        // At once: the time it takes is the caller's to count, and nobody can press on what is about to be replaced.
        else flushSync(() => setMounted(true))
      },
      leave() {
        if (editor.current !== null && !mayRest(slot, editor.current, editing)) return false
        flushSync(() => setMounted(false))
        return true
      },
    })
  }, [approach, editing, readOnly])
  useEffect(() => () => letGo.current?.(), [])

  return {
    element,
    SlotEditor: mounted && !readOnly ? loadedWriting()?.SlotEditor : undefined,
    onEditor: (next) => {
      editor.current = next
    },
    enter: enter.current,
    onKey(key) {
      if (!ahead.press(key)) return false
      tellAhead()
      // A press that ended elsewhere has left the focus in the text, and nobody on the way to it.
      enter.current(awaited.current ?? 'end')
      return true
    },
  }
}
