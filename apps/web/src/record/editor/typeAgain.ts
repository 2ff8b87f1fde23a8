import type { Editor } from '@tiptap/core'

/** Types at an editor's selection what was pressed before it was there; its shortcuts and input rules see each key. */
export function typeAgain({ view }: Editor, keys: readonly string[]): void {
  for (const key of keys) {
    if (key === 'Enter') {
      const event = new KeyboardEvent('keydown', { key, cancelable: true })
      view.someProp('handleKeyDown', (handle) => handle(view, event))
      continue
    }
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(key, from, to)
    const isHandled = view.someProp('handleTextInput', (handle) => handle(view, from, to, key, insert))
    if (isHandled !== true) view.dispatch(insert())
  }
}
