import { Extension } from '@tiptap/core'

/** Where the keys that leave a slot lead. Each returns whether there was anywhere to go. */
export interface Ways {
  readonly next: () => boolean
  readonly previous: () => boolean
  /** Out of the text, to the page around it: from here the keys walk every control. */
  readonly leave: () => boolean
}

/** Tab and Shift+Tab walk the slots, after lists and tables have had their turn. @see docs/spec.md U2 */
export function walk(ways: Ways): Extension {
  return Extension.create({
    name: 'walk',
    priority: 1,
    addKeyboardShortcuts: () => ({
      Tab: ways.next,
      'Shift-Tab': ways.previous,
      Escape: ways.leave,
    }),
  })
}
