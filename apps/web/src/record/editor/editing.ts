import type { SlotForm } from '@colophon/template'
import type { Editor } from '@tiptap/core'

/** Something an editor asks a person for, in a dialog of the page. */
export type Question =
  | { readonly kind: 'source'; readonly source: string; readonly answer: (source: string) => void }
  | { readonly kind: 'link'; readonly editor: Editor; readonly href: string }

export interface EditingState {
  /** The editor that has the focus, or had it before a toolbar or a dialog took it. */
  readonly current: { readonly editor: Editor; readonly form: SlotForm } | null
  readonly question: Question | null
}

/** Which editor is being written in: what the one toolbar of the page works on. */
export interface Editing {
  getState(): EditingState
  subscribe(listener: () => void): () => void
  focus(editor: Editor, form: SlotForm): void
  /** Forgets an editor that is about to go. */
  leave(editor: Editor): void
  ask(question: Question): void
  close(): void
}

export function createEditing(): Editing {
  const listeners = new Set<() => void>()
  let state: EditingState = { current: null, question: null }
  const set = (next: EditingState) => {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    focus(editor, form) {
      if (state.current?.editor !== editor) set({ ...state, current: { editor, form } })
    },
    leave(editor) {
      if (state.current?.editor === editor) set({ ...state, current: null })
    },
    ask: (question) => set({ ...state, question }),
    close: () => set({ ...state, question: null }),
  }
}
