import type { Editor } from '@tiptap/core'
import { selectAll, selectTextblockEnd, selectTextblockStart } from '@tiptap/pm/commands'
import { type Command, Selection } from '@tiptap/pm/state'

/**
 * Types at an editor's selection what was pressed before it was there; its shortcuts and input rules see each key.
 * @param keys - see `TypedAhead`.
 */
export function typeAgain({ view }: Editor, keys: readonly string[]): void {
  for (const key of keys) {
    const move = moves[key]
    if (move !== undefined) move(view.state, view.dispatch)
    else if ([...key].length > 1) pressAgain(view, key)
    else insert(view, key)
  }
}

type View = Editor['view']

/** What a browser does by itself, if it is pressed in an editor. */
const moves: Readonly<Record<string, Command>> = {
  Home: selectTextblockStart,
  End: selectTextblockEnd,
  'mod+Home': (state, dispatch) => to(Selection.atStart(state.doc), state, dispatch),
  'mod+End': (state, dispatch) => to(Selection.atEnd(state.doc), state, dispatch),
  'mod+a': selectAll,
}

function to(selection: Selection, state: View['state'], dispatch: View['dispatch'] | undefined): boolean {
  dispatch?.(state.tr.setSelection(selection))
  return true
}

function pressAgain(view: View, combination: string): void {
  const key = combination.split('+').at(-1) ?? ''
  const event = new KeyboardEvent('keydown', { key, shiftKey: combination.startsWith('shift+'), cancelable: true })
  view.someProp('handleKeyDown', (handle) => handle(view, event))
}

function insert(view: View, character: string): void {
  // All that is selected may be more than text can take the place of.
  if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection())
  const { from, to } = view.state.selection
  const insertion = () => view.state.tr.insertText(character, from, to)
  const isHandled = view.someProp('handleTextInput', (handle) => handle(view, from, to, character, insertion))
  if (isHandled !== true) view.dispatch(insertion())
}
