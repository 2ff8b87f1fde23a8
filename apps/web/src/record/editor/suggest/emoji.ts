import type { Editor, Range } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import type { Gemoji } from 'gemoji'
import type { History } from '../../session/history.js'
import { putText } from './putText.js'
import { mostShown, type Source } from './suggestion.js'

/** GitHub's names for emoji: they are known from there, and its list is kept. Fetched with the first colon that asks for it. */
const load = async () => (await import('gemoji')).gemoji

/** What ":" offers. The character itself is stored: the file needs nobody who knows its names. */
export const emoji: Source = {
  kind: 'emoji',
  char: ':',
  // ":)" and "Note: so" ask for nothing.
  minQueryLength: 2,
  find: async (query) =>
    bestOf(await load(), query).map(({ emoji: character, names: [name = ''] }) => ({
      id: name,
      label: `:${name}:`,
      sign: character,
      put: (editor, range) => putText(editor, range, character),
    })),
}

/** Those whose names begin with what was typed, then those that hold it or are about it. */
export function bestOf(all: readonly Gemoji[], query: string): readonly Gemoji[] {
  const asked = query.toLowerCase()
  const rankOf = ({ names, tags }: Gemoji) => {
    if (names.includes(asked)) return 0
    if (names.some((name) => name.startsWith(asked))) return 1
    if (tags.some((tag) => tag.startsWith(asked))) return 2
    return names.some((name) => name.includes(asked)) ? 3 : 4
  }
  return [0, 1, 2, 3].flatMap((rank) => all.filter((one) => rankOf(one) === rank)).slice(0, mostShown)
}

/** A name between two colons: the last before the caret that is `named`, or that the caret stands right behind. */
export function spelledBefore({ selection }: EditorState, named?: string): { name: string; range: Range } | null {
  const { $from, empty } = selection
  if (!empty || $from.parent.type.spec.code === true) return null
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  const found = [...before.matchAll(/(?<=^|[\s(\ufffc]):([a-z0-9_+-]+):/gi)].findLast(({ index, 0: all, 1: name }) =>
    named === undefined ? index + all.length === before.length : name === named,
  )
  const name = found?.[1]
  if (found === undefined || name === undefined) return null
  const from = $from.start() + found.index
  return { name, range: { from, to: from + found[0].length } }
}

/** Puts the character in the place of a name once its second colon is typed. What is no emoji's name stays as it is. */
export function spelledOut(editor: Editor, history: History): Plugin {
  return new Plugin({
    props: {
      handleTextInput(_view, _from, _to, text) {
        if (text.endsWith(':')) void replaceSpelled(editor, history)
        return false
      },
    },
  })
}

async function replaceSpelled(editor: Editor, history: History): Promise<void> {
  // The colon is in the text once this turn is over.
  await Promise.resolve()
  const name = editor.isDestroyed ? undefined : spelledBefore(editor.state)?.name
  if (name === undefined) return
  const meant = (await load()).find(({ names }) => names.includes(name.toLowerCase()))
  // The list may have come late: what was typed meanwhile stays.
  const spelled = editor.isDestroyed ? null : spelledBefore(editor.state, name)
  if (spelled === null || meant === undefined) return
  history.pause()
  putText(editor, spelled.range, meant.emoji)
  history.pause()
}
