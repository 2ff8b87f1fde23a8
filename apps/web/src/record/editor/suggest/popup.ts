import type { Editor } from '@tiptap/core'
import type { SuggestionMount } from '@tiptap/suggestion'
import type { Source, Suggested } from './suggestion.js'

/** What the one suggestion popup of the page shows. */
export interface PopupState {
  readonly kind: Source['kind']
  readonly editor: Editor
  readonly items: readonly Suggested[]
  /** Which of `items` Enter takes. */
  readonly active: number
  readonly choose: (item: Suggested) => void
  /** Hangs an element at the caret. @returns a way to take it off again. */
  readonly mount: SuggestionMount
}

export interface Popup {
  /** `null` while there is nothing to suggest. */
  getState(): PopupState | null
  subscribe(listener: () => void): () => void
  show(state: Omit<PopupState, 'active'>): void
  close(editor: Editor): void
  point(index: number): void
  /** @returns whether the key was the popup's. */
  handleKey(event: KeyboardEvent): boolean
}

export function createPopup(): Popup {
  const listeners = new Set<() => void>()
  let state: PopupState | null = null
  const set = (next: PopupState | null) => {
    if (next === state) return
    state = next
    for (const listener of listeners) listener()
  }
  const point = (index: number) => {
    if (state !== null && state.active !== index) set({ ...state, active: index })
  }
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show(next) {
      if (next.items.length === 0) return set(null)
      const before = state?.kind === next.kind && state.editor === next.editor ? state : null
      const isSame = before !== null && idsOf(before.items) === idsOf(next.items)
      // It hangs where it hung: to be hung anew, it would blink.
      set({ ...next, active: isSame ? before.active : 0, mount: before?.mount ?? next.mount })
    },
    close(editor) {
      if (state?.editor === editor) set(null)
    },
    point,
    handleKey(event) {
      if (state === null || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false
      const { items, active, choose } = state
      const chosen = items[active]
      switch (event.key) {
        case 'ArrowDown':
          point((active + 1) % items.length)
          return true
        case 'ArrowUp':
          point((active + items.length - 1) % items.length)
          return true
        case 'Enter':
        case 'Tab':
          if (chosen !== undefined) choose(chosen)
          return true
        default:
          return false
      }
    },
  }
}

const idsOf = (items: readonly Suggested[]) => items.map(({ id }) => id).join('\n')
