import { shift, size } from '@floating-ui/dom'
import type { Editor } from '@tiptap/core'
import { type Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import Suggestion from '@tiptap/suggestion'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { History } from '../../session/history.js'
import type { Popup } from './popup.js'
import type { Source, Suggested } from './suggestion.js'

const again = new PluginKey('suggest-again')
/** Air between the popup and the edge of what can be seen, in px. */
const padding = 8

/** Asks `source` while its character and what follows it are being typed, and shows what it finds in `popup`. */
export function suggest(editor: Editor, source: Source, popup: Popup, history: History): Plugin {
  const key = new PluginKey(`suggest-${source.kind}`)
  return Suggestion<Suggested, Suggested>({
    pluginKey: key,
    editor,
    char: source.char,
    minQueryLength: source.minQueryLength,
    allowedPrefixes: [' ', '(', '\n'],
    decorationClass: 'suggesting',
    floatingUi: {
      strategy: 'fixed',
      middleware: [
        shift({ padding }),
        size({
          padding,
          apply({ availableHeight, elements }) {
            elements.floating.style.setProperty('--available-height', `${availableHeight}px`)
          },
        }),
      ],
    },
    // Code is code: a slash or a colon in it asks for nothing.
    allow: ({ state, range }) => {
      const $from = state.doc.resolve(range.from)
      return $from.parent.type.spec.code !== true && $from.marks().every(({ type }) => type.name !== 'code')
    },
    // Only to what this person types: not to a caret that comes by, and not to what others write.
    shouldShow({ transaction }) {
      if (key.getState(editor.state)?.active === true) return true
      if (transaction.getMeta(again) === true) return true
      return transaction.docChanged && transaction.getMeta(ySyncPluginKey)?.isChangeOrigin !== true
    },
    items: async ({ query }) => [...(await source.find(query, editor))],
    command({ range, props: chosen }) {
      // One step by itself, so that an undo brings back what was typed.
      history.pause()
      chosen.put(editor, range)
      history.pause()
    },
    render: () => ({
      onUpdate({ items, loading, command, mount }) {
        // What was found for the letters before is shown until there is something for these.
        if (!loading) popup.show({ kind: source.kind, editor, items, choose: command, mount })
      },
      onExit: () => popup.close(editor),
      onKeyDown: ({ event }) => popup.handleKey(event),
    }),
  })
}

/** Has suggestions look at what was typed before they were there. */
export function lookAgain(transaction: Transaction): Transaction {
  return transaction.setMeta(again, true)
}
