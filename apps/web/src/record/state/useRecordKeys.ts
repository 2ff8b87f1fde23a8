import { useCallback, useEffect } from 'react'
import { recordStrings as strings } from '#strings/record'
import { apple, matches, useKey } from '../../app/keys.js'
import { toast } from '../../design/toast.js'
import { say } from '../../text/say.js'
import { saveText } from '../bar/SaveStatus.js'
import { useRecord } from './recordContext.js'

/** The keys that work anywhere on a record's page from its beginning; `useFillKeys` has the rest. @see docs/spec.md U2 */
export function useRecordKeys(): void {
  const { history, session } = useRecord()
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
    window.addEventListener('keydown', handleUndo)
    return () => window.removeEventListener('keydown', handleUndo)
  }, [history])
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, textarea, select')
