import type { Editor } from '@tiptap/core'

/**
 * Brings the caret back into view when the keyboard of a phone comes up under it, or the window gets smaller.
 * @returns a way to stop.
 */
export function keepCaretInView(editor: Editor): () => void {
  const viewport = window.visualViewport
  let frame = 0
  const handleResize = () => {
    cancelAnimationFrame(frame)
    // Once the page has taken its new shape.
    frame = requestAnimationFrame(() => {
      if (!editor.isDestroyed && editor.isFocused) editor.view.dispatch(editor.state.tr.scrollIntoView())
    })
  }
  viewport?.addEventListener('resize', handleResize)
  return () => {
    viewport?.removeEventListener('resize', handleResize)
    cancelAnimationFrame(frame)
  }
}
