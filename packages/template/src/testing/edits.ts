import fc from 'fast-check'
import * as Y from 'yjs'
import { completeness } from '../completeness.js'
import { rootScope, undoScope } from '../document.js'
import { addItem, itemsOf, moveItem, removeItem } from '../items.js'
import type { Template } from '../template.js'
import { setTicked, ticked } from '../ticked.js'
import { type Sight, walkRecord } from '../walk.js'
import { hostileText } from './hostile.js'

/** What somebody does to a record in the page; `which` and `at` are taken modulo what there is. */
export type Edit =
  | { readonly kind: 'type'; readonly which: number; readonly at: number; readonly text: string }
  | {
      readonly kind: 'erase' | 'mark' | 'tick' | 'add' | 'remove' | 'move'
      readonly which: number
      readonly at: number
    }

const anyText = fc.oneof({ weight: 2, arbitrary: fc.constantFrom('a', 'word', ' two words ') }, hostileText)

export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('type' as const), which: fc.nat(), at: fc.nat(40), text: anyText }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'erase' as const,
        'mark' as const,
        'tick' as const,
        'add' as const,
        'remove' as const,
        'move' as const,
      ),
      which: fc.nat(),
      at: fc.nat(40),
    }),
  },
)

/** Makes an edit as an editor does: in the shared types themselves, without a word of Markdown. */
export function edit(template: Template, doc: Y.Doc, change: Edit): void {
  doc.transact(() => {
    switch (change.kind) {
      case 'type':
        inText(template, doc, change, (text, from) => text.insert(from, change.text))
        return
      case 'erase':
        inText(template, doc, change, (text, from, to) => text.delete(from, to - from))
        return
      case 'mark':
        inText(template, doc, change, (text, from, to) => text.format(from, to - from, { bold: true }))
        return
      case 'tick': {
        const sight = chosen(sights(template, doc, 'tick'), change.which)
        if (sight !== undefined) setTicked(sight.place.scope, sight.tick.id, !ticked(sight.place.scope, sight.tick))
        return
      }
      case 'add': {
        const group = chosen(
          [...template.groups.values()].filter(({ level }) => level === 1),
          change.which,
        )
        if (group !== undefined) addItem(template, rootScope(doc), group, change.at % 4, `added-${change.which}`)
        return
      }
      case 'remove':
      case 'move': {
        const sight = chosen(sights(template, doc, 'item'), change.which)
        if (sight === undefined) return
        const { place, group, item } = sight
        if (change.kind === 'remove') removeItem(place.scope, group.id, item.id)
        else moveItem(place.scope, group.id, item.id, change.at % itemsOf(place.scope, group.id).length)
        return
      }
    }
  })
}

/** Everything of one kind that the page shows. */
export function sights<K extends Sight['kind']>(
  template: Template,
  doc: Y.Doc,
  kind: K,
): Extract<Sight, { kind: K }>[] {
  const isOne = (sight: Sight): sight is Extract<Sight, { kind: K }> => sight.kind === kind
  return [...walkRecord(template, doc)].filter(isOne)
}

/** Undoes what is done from now on. */
export function undoing(template: Template, doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager(undoScope(doc, template.slots.keys(), template.groups.keys()))
}

/** The first text of a slot; `undefined` where there is none to write in. */
export function firstText(fragment: Y.XmlFragment | undefined): Y.XmlText | undefined {
  const text = fragment?.createTreeWalker((node) => node instanceof Y.XmlText).next().value
  return text instanceof Y.XmlText ? text : undefined
}

/** A place in a text, `at` taken modulo what there is. No editor cuts behind half a character; Yjs would damage what follows. */
export function placeIn(text: Y.XmlText, at: number): number {
  const delta: { insert: unknown }[] = text.toDelta()
  const characters = delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
  const before = characters.slice(0, at % (characters.length + 1))
  return before.replace(/[\uD800-\uDBFF]+$/, '').length
}

function inText(
  template: Template,
  doc: Y.Doc,
  { which, at }: Pick<Edit, 'which' | 'at'>,
  change: (text: Y.XmlText, from: number, to: number) => void,
): void {
  const state = chosen(completeness(template, doc).slots, which)
  const text = firstText(state?.scope.fragment(state.slot.key))
  if (text === undefined) return
  const from = placeIn(text, at)
  change(text, from, Math.max(from, placeIn(text, Math.min(from + 3, text.length))))
}

function chosen<T>(things: readonly T[], which: number): T | undefined {
  return things[which % Math.max(1, things.length)]
}
