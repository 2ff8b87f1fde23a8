import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { personColour } from '../../design/personColour.js'
import type { Presence, RemoteCaret } from '../session/presence.js'

const caretsKey = new PluginKey<DecorationSet>('carets')

/**
 * Shows others' carets and selections in one slot, and says where one's own is. The state it shares is y-prosemirror's
 * (`cursor: { anchor, head }`), with the slot beside it; only this slot's carets reach this editor, so that thirty
 * people elsewhere cost it nothing.
 */
export function carets(presence: Presence, path: string): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: caretsKey,
    state: {
      init: (_config, state) => decorate(state, presence.carets(path)),
      apply(transaction, shown, _before, state) {
        const fromOthers = bindingOf(state)?.isChangeOrigin === true
        if (fromOthers || transaction.getMeta(caretsKey) !== undefined) return decorate(state, presence.carets(path))
        return transaction.docChanged ? shown.map(transaction.mapping, transaction.doc) : shown
      },
    },
    props: { decorations: (state) => caretsKey.getState(state) },
    view(view) {
      const show = () => {
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(caretsKey, true))
      }
      const publish = () => presence.move(view.hasFocus() ? ownCaret(view, path) : null)
      const unwatch = presence.watchCarets(path, show)
      view.dom.addEventListener('focus', publish)
      view.dom.addEventListener('blur', publish)
      turnInwards(view)
      // Made anew in an editor that has the focus already, as it is when others of its plugins come later.
      if (view.hasFocus()) publish()
      return {
        update(_view, before) {
          turnInwards(view)
          const moved = !before.selection.eq(view.state.selection) || !before.doc.eq(view.state.doc)
          if (moved && view.hasFocus()) publish()
        },
        destroy() {
          unwatch()
          // An element that is taken out of the page loses the focus without a word.
          if (view.hasFocus()) presence.move(null)
          view.dom.removeEventListener('focus', publish)
          view.dom.removeEventListener('blur', publish)
        },
      }
    },
  })
}

/** A caret somebody shared, as a position in this editor; `null` when it is not in it any more. */
export function positionOf(state: EditorState, caret: unknown): number | null {
  const binding = bindingOf(state)
  if (binding === undefined) return null
  try {
    const relative = Y.createRelativePositionFromJSON(caret)
    return relativePositionToAbsolutePosition(binding.doc, binding.type, relative, binding.mapping)
  } catch {
    // It came from another client, so it may be anything; a caret that cannot be read is not shown.
    return null
  }
}

type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2]

interface Binding {
  readonly doc: Y.Doc
  readonly type: Y.XmlFragment
  readonly mapping: Mapping
  readonly isChangeOrigin: boolean
}

/** What the sync plugin knows, once it has rendered. */
function bindingOf(state: EditorState): Binding | undefined {
  const sync = ySyncPluginKey.getState(state)
  if (sync?.binding?.mapping === undefined || sync.binding.mapping.size === 0) return undefined
  return { doc: sync.doc, type: sync.type, mapping: sync.binding.mapping, isChangeOrigin: sync.isChangeOrigin }
}

function ownCaret(view: EditorView, path: string) {
  const { anchor, head } = view.state.selection
  const binding = bindingOf(view.state)
  const shared = (position: number): unknown =>
    binding && Y.relativePositionToJSON(absolutePositionToRelativePosition(position, binding.type, binding.mapping))
  return { path, anchor: shared(anchor), head: shared(head) }
}

function decorate(state: EditorState, others: readonly RemoteCaret[]): DecorationSet {
  const end = state.doc.content.size
  const decorations = others.flatMap((other) => {
    const anchor = positionOf(state, other.anchor)
    const head = positionOf(state, other.head)
    if (anchor === null || head === null) return []
    const from = Math.min(anchor, head, end)
    const to = Math.min(Math.max(anchor, head), end)
    const caret = Decoration.widget(Math.min(head, end), () => caretElement(other), {
      key: `${other.clientId}:${other.person.name}`,
      side: 10,
    })
    if (from === to) return [caret]
    const selected = { class: 'remote-selection', style: `--person: ${personColour(other.person.id)}` }
    return [caret, Decoration.inline(from, to, selected, { inclusiveEnd: true })]
  })
  return DecorationSet.create(state.doc, decorations)
}

/** A name that would run off the side of the page is written towards its middle. */
function turnInwards({ dom }: EditorView): void {
  for (const caret of dom.querySelectorAll<HTMLElement>('.remote-caret')) {
    const room = document.documentElement.clientWidth - caret.getBoundingClientRect().left
    caret.toggleAttribute('data-turned', room < Number.parseFloat(getComputedStyle(caret, '::after').width))
  }
}

/** The name is drawn by the style sheet, so that it is no part of the text that is copied, found or read out. */
function caretElement({ person }: RemoteCaret): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'remote-caret'
  caret.dataset.name = person.name
  caret.ariaHidden = 'true'
  caret.style.setProperty('--person', personColour(person.id))
  return caret
}
