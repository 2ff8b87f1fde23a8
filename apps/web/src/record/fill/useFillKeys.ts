import { useLayoutEffect } from 'react'
import { keyStrings as strings } from '#strings/recordKeys'
import { type KeyGroup, useKeyHelp } from '../../app/keys.js'
import { useRecord } from '../state/recordContext.js'
import { goToEmpty } from './nextEmpty.js'

/** All keys of a record: nobody asks for them before the page is there. */
const help: KeyGroup = {
  title: strings.title,
  keys: [
    { keys: 'Tab', does: strings.next },
    { keys: 'shift+Tab', does: strings.previous },
    { keys: 'F8', does: strings.nextEmpty },
    { keys: 'shift+F8', does: strings.previousEmpty },
    { keys: 'alt+↓', does: strings.help },
    { keys: 'alt+Enter', does: strings.take },
    { keys: 'Escape', does: strings.leave },
    { keys: 'mod+z', does: strings.undo },
    { keys: 'shift+mod+z', does: strings.redo },
    { keys: 'mod+f', does: strings.find },
    { keys: 'mod+s', does: strings.save },
    { keys: 'alt+F10', does: strings.toolbar },
  ],
}

/** F8 and Shift+F8 walk the empty slots, and the keys dialog lists the keys of a record. @see docs/spec.md U2 */
export function useFillKeys(): void {
  const record = useRecord()
  useKeyHelp(help)
  // With what shows that there are such keys, not some time after it.
  useLayoutEffect(() => {
    // Not a key of writing, so it works within a slot too.
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.defaultPrevented) return
      event.preventDefault()
      goToEmpty(record, event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [record])
}
