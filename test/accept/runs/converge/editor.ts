import {
  addItem,
  type Group,
  itemsOf,
  markdownToProse,
  markSpecs,
  moveItem,
  recordTemplate,
  removeItem,
  rootScope,
  type Scope,
  setTicked,
  undoScope,
} from '@colophon/template'
import * as prng from 'lib0/prng'
import * as Y from 'yjs'

/** Somebody who does at random what a person can do to a record. */
export interface Editor {
  act(): void
}

export function createEditor(doc: Y.Doc, chance: prng.PRNG): Editor {
  const template = recordTemplate(doc)
  const root = rootScope(doc)
  const groups = [...template.groups.values()]
  const slots = [...template.slots.values()].filter(({ group }) => group === null).map(({ key }) => key)
  const me = Symbol('me')
  const undo = new Y.UndoManager(
    undoScope(
      doc,
      slots,
      groups.filter(({ level }) => level === 1).map(({ id }) => id),
    ),
    {
      trackedOrigins: new Set([me]),
      captureTimeout: 0,
    },
  )

  const draw = (below: number) => prng.int32(chance, 0, below - 1)
  const pick = <T>(from: readonly T[]): T | undefined => from[draw(Math.max(from.length, 1))]

  /** A scope of the record: itself, or some item of some group, down to some depth. */
  function someScope(): { scope: Scope; group: Group | undefined } {
    let scope: Scope = root
    let group: Group | undefined
    for (const candidate of groups.filter(({ level }) => level <= draw(3))) {
      const item =
        candidate.level === 1 || group?.id === parentOf(candidate) ? pick(itemsOf(scope, candidate.id)) : undefined
      if (item === undefined) continue
      scope = item.scope
      group = candidate
    }
    return { scope, group }
  }

  function someFragment(): Y.XmlFragment | undefined {
    const { scope, group } = someScope()
    const keys = [...template.slots.values()].filter((slot) => slot.group === (group?.id ?? null)).map(({ key }) => key)
    return scope.fragment(pick(keys) ?? '')
  }

  function someText(): Y.XmlText | undefined {
    const block = pick(someFragment()?.toArray() ?? [])
    const child = block instanceof Y.XmlElement ? pick(block.toArray()) : undefined
    return child instanceof Y.XmlText ? child : undefined
  }

  const actions: Record<string, () => void> = {
    insert() {
      const text = someText()
      text?.insert(draw(text.length + 1), `${prng.word(chance, 1, 12)} `)
    },
    delete() {
      const text = someText()
      if (text === undefined || text.length === 0) return
      const at = draw(text.length)
      text.delete(at, 1 + draw(text.length - at))
    },
    format() {
      const text = someText()
      if (text === undefined || text.length === 0) return
      const at = draw(text.length)
      const mark = pick(Object.keys(markSpecs).filter((name) => name !== 'link')) ?? 'bold'
      text.format(at, 1 + draw(text.length - at), { [mark]: prng.bool(chance) ? {} : null })
    },
    prose() {
      const fragment = root.fragment('KNOWN_ISSUES')
      markdownToProse(
        `## ${prng.word(chance)}\n\n- ${prng.word(chance)}\n- **${prng.word(chance)}**\n\n| a | b |\n|---|---|\n| 1 | ${prng.word(chance)} |`,
        fragment,
      )
    },
    add() {
      withGroup((scope, group) =>
        addItem(template, scope, group, draw(4), `${prng.word(chance, 8, 8)}${prng.uint32(chance, 0, 1e9)}`),
      )
    },
    move() {
      withGroup((scope, group) => {
        const items = itemsOf(scope, group.id)
        const item = pick(items)
        if (item !== undefined) moveItem(scope, group.id, item.id, draw(items.length))
      })
    },
    remove() {
      withGroup((scope, group) => {
        const items = itemsOf(scope, group.id)
        const item = items.length > 2 ? pick(items) : undefined
        if (item !== undefined) removeItem(scope, group.id, item.id)
      })
    },
    tick() {
      const { scope } = someScope()
      setTicked(scope, pick(['t1', 't2']) ?? 't1', pick([true, false, undefined]))
    },
  }
  const often = [
    'insert',
    'insert',
    'insert',
    'insert',
    'insert',
    'delete',
    'delete',
    'format',
    'format',
    'add',
    'move',
    'move',
    'remove',
    'tick',
    'prose',
  ]

  function withGroup(change: (scope: Scope, group: Group) => void): void {
    const { scope, group } = someScope()
    const inner = pick(groups.filter((candidate) => parentOf(candidate) === (group?.id ?? null)))
    if (inner !== undefined) change(scope, inner)
  }

  return {
    act() {
      const kind = draw(10)
      if (kind === 0) undo.undo()
      else if (kind === 1) undo.redo()
      else doc.transact(() => actions[pick(often) ?? 'insert']?.(), me)
    },
  }
}

/** `g1` for `g1.2`; `null` for `g1`. */
function parentOf({ id }: Group): string | null {
  const dot = id.lastIndexOf('.')
  return dot < 0 ? null : id.slice(0, dot)
}
