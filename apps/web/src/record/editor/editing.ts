import type { Slot } from '@colophon/template'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'

/** Something an editor asks a person for, in a dialog of the page. */
export type Question =
  | { readonly kind: 'source'; readonly source: string; readonly answer: (source: string) => void }
  | { readonly kind: 'link'; readonly editor: Editor; readonly href: string }

/** An editor, and the slot it is of. */
export interface Written {
  readonly editor: Editor
  readonly slot: Slot
  readonly path: string
  /** The editor's text when somebody came to it. */
  readonly since: Node
}

export interface EditingState {
  /** The editor that has the focus, or had it before a toolbar or a dialog took it. */
  readonly current: Written | null
  readonly question: Question | null
}

/** Which editor is being written in: what the one toolbar of the page works on. */
export interface Editing {
  getState(): EditingState
  subscribe(listener: () => void): () => void
  /** Somebody came to write here, or came back. */
  focus(written: Written): void
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
    focus(current) {
      set({ ...state, current })
    },
    leave(editor) {
      if (state.current?.editor === editor) set({ ...state, current: null })
    },
    ask: (question) => set({ ...state, question }),
    close: () => set({ ...state, question: null }),
  }
}
