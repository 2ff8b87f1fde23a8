import type { Editor } from '@tiptap/core'
import { type RefObject, useCallback, useEffect, useState } from 'react'

/**
 * When the toolbar shows, and the keys between it and the text: Alt+F10 goes to it, Escape comes back.
 * @param wanted - whether the selection asks for it.
 */
export function useToolbarKeys(
  editor: Editor,
  toolbar: RefObject<HTMLElement | null>,
  wanted: boolean,
): { open: boolean; close: () => void } {
  const [inside, setInside] = useState(false)
  const [summoned, setSummoned] = useState(false)
  const [dismissed, setDismissed] = useState(false)

  useEffect(() => {
    if (!wanted) setDismissed(false)
  }, [wanted])

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.key === 'F10' && event.altKey && editor.isFocused) {
        event.preventDefault()
        setSummoned(true)
        setDismissed(false)
        requestAnimationFrame(() => toolbar.current?.querySelector('button')?.focus())
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
  }, [editor, toolbar])

  const close = useCallback(() => {
    setSummoned(false)
    setDismissed(true)
  }, [])
  return { open: (wanted && !dismissed) || inside || summoned, close }
}
