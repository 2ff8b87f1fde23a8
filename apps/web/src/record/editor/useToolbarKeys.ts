import type { Editor } from '@tiptap/core'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { apple, type Combination, matches } from '../../app/keys.js'

/**
 * When a toolbar shows, and the keys between it and the text: a key goes to it, Escape comes back.
 * @param wanted - whether what is in the editor asks for it.
 * @param keys - what goes to it.
 * @param enter - how. The same function each time.
 */
export function useToolbarKeys(
  editor: Editor,
  toolbar: RefObject<HTMLElement | null>,
  wanted: boolean,
  keys: Combination = 'alt+F10',
  enter: (toolbar: HTMLElement | null) => void = focusFirst,
): { open: boolean; close: () => void } {
  const [inside, setInside] = useState(false)
  const [summoned, setSummoned] = useState(false)
  const [dismissed, setDismissed] = useState(false)

  useEffect(() => {
    if (!wanted) setDismissed(false)
  }, [wanted])

  // With the toolbar, not some time after it.
  useLayoutEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (matches(keys, event, apple) && editor.isFocused) {
        event.preventDefault()
        // What a press has just selected, the editor hears of a moment later; by then the focus would be here.
        document.dispatchEvent(new Event('selectionchange'))
        setSummoned(true)
        setDismissed(false)
        // Where it is there, at once: a key pressed next is already for it.
        if (toolbar.current !== null) enter(toolbar.current)
        else requestAnimationFrame(() => enter(toolbar.current))
      } else if (event.key === 'Escape' && toolbar.current?.contains(document.activeElement) === true) {
        event.preventDefault()
        event.stopPropagation()
        setSummoned(false)
        editor.view.focus()
      }
    }
    const handleFocus = () => {
      const isInside = toolbar.current?.contains(document.activeElement) === true
      setInside(isInside)
      if (!isInside && !editor.isFocused) setSummoned(false)
    }
    window.addEventListener('keydown', handleKey, true)
    document.addEventListener('focusin', handleFocus)
    return () => {
      window.removeEventListener('keydown', handleKey, true)
      document.removeEventListener('focusin', handleFocus)
    }
  }, [editor, toolbar, keys, enter])

  const close = useCallback(() => {
    setSummoned(false)
    setDismissed(true)
  }, [])
  return { open: (wanted && !dismissed) || inside || summoned, close }
}

const focusFirst = (toolbar: HTMLElement | null) => toolbar?.querySelector('button')?.focus()
