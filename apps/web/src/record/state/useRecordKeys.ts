import { useCallback, useEffect } from 'react'
import { apple, type KeyGroup, matches, useKey, useKeyHelp } from '../../app/keys.js'
import { toast } from '../../design/toast.js'
import { say } from '../../text/say.js'
import { saveText } from '../bar/SaveStatus.js'
import { goToEmpty } from '../fill/nextEmpty.js'
import { recordStrings as strings } from '../strings.js'
import { useRecord } from './recordContext.js'

const help: KeyGroup = {
  title: strings.keysTitle,
  keys: [
    { keys: 'Tab', does: strings.keyNext },
    { keys: 'shift+Tab', does: strings.keyPrevious },
    { keys: 'F8', does: strings.keyNextEmpty },
    { keys: 'Escape', does: strings.keyLeave },
    { keys: 'mod+z', does: strings.undo },
    { keys: 'shift+mod+z', does: strings.redo },
    { keys: 'mod+s', does: strings.keySave },
    { keys: 'alt+F10', does: strings.keyToolbar },
  ],
}

/** The keys that work anywhere on a record's page. @see docs/spec.md U2 */
export function useRecordKeys(): void {
  const record = useRecord()
  const { history, session } = record
  useKeyHelp(help)
  useKey(
    'mod+s',
    useCallback(() => {
      const { save } = session.getState()
      const words = save.kind === 'saved' ? strings.alreadySaved : say(strings.notYetSaved, { state: saveText(save) })
      toast(words, { key: 'saved' })
    }, [session]),
  )

  useEffect(() => {
    const handleUndo = (event: KeyboardEvent) => {
      // A field of a dialog has an undo of its own; a slot's editor has already answered.
      if (event.defaultPrevented || isField(event.target)) return
      const undo = matches('mod+z', event, apple)
      if (!undo && !matches('shift+mod+z', event, apple)) return
      event.preventDefault()
      if (undo) history.undo()
      else history.redo()
    }
    // Not a key of writing, so it works within a slot too.
    const handleNextEmpty = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return
      event.preventDefault()
      goToEmpty(record, event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', handleUndo)
    window.addEventListener('keydown', handleNextEmpty)
    return () => {
      window.removeEventListener('keydown', handleUndo)
      window.removeEventListener('keydown', handleNextEmpty)
    }
  }, [history, record])
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select')
