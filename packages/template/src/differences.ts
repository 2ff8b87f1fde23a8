import { movedIn } from './moves.js'
import { scopeOfGroup } from './paths.js'
import { type HeldItem, type HeldText, type HeldTick, heldKey, type SlotText } from './slotTexts.js'

/** One thing that is not as it was. `path`, `label` and `where`: as in `SlotText`, where it is now, or was last. */
export type Difference =
  | TextDifference
  | {
      readonly kind: 'tick'
      readonly path: string
      readonly label: string
      readonly where: string
      readonly done: boolean
    }
  /** An item came, or went, with all that is in it. Of that only the texts are told, each by itself. */
  | ({ readonly kind: 'added' | 'removed' } & ItemName)
  /** Numbers count from 1. */
  | ({ readonly kind: 'moved'; readonly from: number; readonly to: number } & ItemName)
  /** Nothing that people write is different, and still the file is: it prints in another form. */
  | { readonly kind: 'form' }

export interface TextDifference {
  readonly kind: 'text'
  readonly path: string
  readonly label: string
  readonly where: string
  /** `null` where the item that holds it was not there. */
  readonly before: string | null
  /** `null` where the item that held it is gone. */
  readonly after: string | null
}

type ItemName = Pick<HeldItem, 'path' | 'label' | 'where' | 'title'>

/** A record at one moment: what a sign-off covers, and what that was made of. */
export interface RecordState {
  readonly fingerprint: string
  readonly texts: readonly SlotText[]
}

/**
 * What became of a record between two moments: nothing exactly where the fingerprints are equal.
 * @see docs/spec.md G3
 */
export function changesBetween(before: RecordState, after: RecordState): Difference[] {
  if (before.fingerprint === after.fingerprint) return []
  const found = differences(before.texts, after.texts)
  return found.length === 0 ? [{ kind: 'form' }] : found
}

/**
 * Compares two lists of what one record held, in the order of the later one; what is gone stands where it stood.
 *
 * It sees what people write, and a fingerprint what prints. Mostly that is the same, but
 * - something is found, though the file is the same, where items that print alike changed places or were exchanged, or
 *   where texts differ in what none of their places can print: code with an escaped pipe in a table's cell;
 * - nothing is found, though the file is another, where only its form changed: how an imported file wrote a line's text
 *   (`a * b` or `a \\* b`), or whether it ended in a line ending; and where a line's text that stands elsewhere as a block
 *   was divided into several.
 *
 * `changesBetween` settles both.
 */
export function differences(before: readonly SlotText[], after: readonly SlotText[]): Difference[] {
  const old = byKind(before)
  const present = byKind(after)
  const moved = movedItems(old.items, present.items)
  function differenceAt(held: SlotText): Difference[] {
    switch (held.kind) {
      case 'slot':
        return textDifference(held, old.slots.get(held.path), present.slots.get(held.path))
      case 'tick':
        return tickDifference(old.ticks.get(held.path), present.ticks.get(held.path))
      case 'item':
        return itemDifference(held, old.items, present.items, moved)
    }
  }
  return merged(before, after).flatMap(differenceAt)
}

function textDifference(held: HeldText, was: HeldText | undefined, is: HeldText | undefined): Difference[] {
  const before = was?.text ?? null
  const after = is?.text ?? null
  return (before ?? '') === (after ?? '') ? [] : [{ kind: 'text', ...placeOf(held), before, after }]
}

/** Ticks that came or went with their item are told by the item. */
function tickDifference(was: HeldTick | undefined, is: HeldTick | undefined): Difference[] {
  if (was === undefined || is === undefined || was.done === is.done) return []
  return [{ kind: 'tick', ...placeOf(is), done: is.done }]
}

type Items = ReadonlyMap<string, HeldItem>

function itemDifference(held: HeldItem, old: Items, present: Items, moved: ReadonlySet<string>): Difference[] {
  const item = { ...placeOf(held), title: held.title }
  const was = old.get(held.path)
  const is = present.get(held.path)
  if (was === undefined) return stoodIn(old, held) ? [{ kind: 'added', ...item }] : []
  if (is === undefined) return stoodIn(present, held) ? [{ kind: 'removed', ...item }] : []
  return moved.has(held.path) ? [{ kind: 'moved', ...item, from: was.number, to: is.number }] : []
}

/** Whether what an item is part of was there without it: what came or went with something larger is told by that. */
function stoodIn(items: Items, { group }: HeldItem): boolean {
  const scope = scopeOfGroup(group)
  return scope === '' || items.has(scope)
}

const placeOf = ({ path, label, where }: SlotText) => ({ path, label, where })

interface ByKind {
  readonly slots: ReadonlyMap<string, HeldText>
  readonly ticks: ReadonlyMap<string, HeldTick>
  readonly items: Items
}

function byKind(texts: readonly SlotText[]): ByKind {
  return {
    slots: new Map(texts.flatMap((held) => (held.kind === 'slot' ? [[held.path, held]] : []))),
    ticks: new Map(texts.flatMap((held) => (held.kind === 'tick' ? [[held.path, held]] : []))),
    items: new Map(texts.flatMap((held) => (held.kind === 'item' ? [[held.path, held]] : []))),
  }
}

/** The paths of the items that left their place among those of their group that stayed. */
function movedItems(old: Items, present: Items): Set<string> {
  const before = orders(old, present)
  return new Set([...orders(present, old)].flatMap(([group, paths]) => [...movedIn(before.get(group) ?? [], paths)]))
}

/** By group, the paths of the items that the others have, too. */
function orders(items: Items, others: Items): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { path, group } of items.values()) {
    if (others.has(path)) addTo(found, group, path)
  }
  return found
}

/** All of `after`, and after what it followed what only `before` has. */
function merged(before: readonly SlotText[], after: readonly SlotText[]): SlotText[] {
  const present = new Set(after.map(heldKey))
  const gone = new Map<string, SlotText[]>()
  let previous = ''
  for (const held of before) {
    const key = heldKey(held)
    if (present.has(key)) previous = key
    else addTo(gone, previous, held)
  }
  return [...(gone.get('') ?? []), ...after.flatMap((held) => [held, ...(gone.get(heldKey(held)) ?? [])])]
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
