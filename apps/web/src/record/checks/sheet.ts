import {
  isFilled,
  type SlotKind,
  slotPath,
  type Template,
  ticked,
  tickPath,
  walkRecord,
  wordsOf,
} from '@colophon/template'
import type * as Y from 'yjs'
import { checkStrings as strings } from '#strings/recordChecks'
import { say } from '../../text/say.js'
import { plainText } from '../state/fragments.js'
import { linksIn } from './linksIn.js'

/** A slot as a rule sees it. */
export interface Entry {
  readonly path: string
  /** `Phase 2: Phase status`; without the item for a slot of the record itself. */
  readonly name: string
  readonly kind: SlotKind
  /** Of its name in the template, without the indices: `['START', 'DATE']`. */
  readonly words: readonly string[]
  /** In one line; `''` for an empty slot, and for prose, which no rule reads. */
  readonly text: string
  /** Where its links lead, as they are written. */
  readonly links: readonly string[]
}

/** A tick as a rule sees it. */
export interface Box {
  readonly path: string
  readonly name: string
  readonly done: boolean
}

/** The record itself, or an item of a group, with all that stands in it. */
export interface Sheet {
  /** `Phase 2, Task 1`; `''` for the record itself. */
  readonly name: string
  readonly entries: readonly Entry[]
  readonly boxes: readonly Box[]
  /** The items in it, group by group, in their present order. */
  readonly items: readonly Sheet[]
}

/** Reads a record for its checks: a tree of what holds what, each thing once, by nothing but the template's own names. */
export function readSheet(template: Template, doc: Y.Doc): Sheet {
  const root = blank('')
  const sheets = new Map([['', root]])
  const sheetAt = (path: string) => sheets.get(path) ?? root
  const seen = new Set<string>()
  for (const sight of walkRecord(template, doc)) {
    switch (sight.kind) {
      case 'heading':
        break
      case 'item': {
        const { group, item, number, place } = sight
        const within = sheetAt(place.scope.path)
        const name = `${group.label} ${number}`
        const sheet = blank(within.name === '' ? name : `${within.name}, ${name}`)
        within.items.push(sheet)
        sheets.set(item.scope.path, sheet)
        break
      }
      case 'slot': {
        const { slot, scope, fragment, placeholder } = sight.placed
        const path = slotPath(scope.path, slot.key)
        if (sight.isElsewhere || seen.has(path) || fragment === undefined) break
        seen.add(path)
        const sheet = sheetAt(scope.path)
        const says = isFilled(slot, fragment, placeholder)
        sheet.entries.push({
          path,
          name: sheet.name === '' ? slot.label : say(strings.slotIn, { item: sheet.name, slot: slot.label }),
          kind: slot.kind,
          words: slot.key.split('_').filter((word) => word !== '' && !word.includes('#')),
          text: says && slot.form !== 'prose' ? plainText(fragment) : '',
          links: says ? linksIn(fragment) : [],
        })
        break
      }
      case 'tick': {
        const { tick, line, place } = sight
        const { scope } = place
        const sheet = sheetAt(scope.path)
        const name = sheet.name === '' ? wordsOf(line, scope) : sheet.name
        sheet.boxes.push({ path: tickPath(scope.path, tick.id), name, done: ticked(scope, tick) })
        break
      }
      default:
        sight satisfies never
    }
  }
  return root
}

/** Every sheet, from the record itself inwards; `around`: those it stands in, the innermost first. */
export function* sheetsIn(
  sheet: Sheet,
  around: readonly Sheet[] = [],
): Iterable<{ readonly sheet: Sheet; readonly around: readonly Sheet[] }> {
  yield { sheet, around }
  for (const item of sheet.items) yield* sheetsIn(item, [sheet, ...around])
}

interface Draft {
  readonly name: string
  readonly entries: Entry[]
  readonly boxes: Box[]
  readonly items: Draft[]
}

const blank = (name: string): Draft => ({ name, entries: [], boxes: [], items: [] })
