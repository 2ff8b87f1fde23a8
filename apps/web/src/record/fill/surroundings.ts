import { completeness, type Scope, type SlotKind, slotPath, type Template } from '@colophon/template'
import type * as Y from 'yjs'
import { fillStrings as strings } from '#strings/recordFill'
import { plainText } from '../state/fragments.js'
import { type DayStyle, styleOf } from './days.js'
import { periodOf } from './period.js'

/** What the rest of a record says that a slot could go by. */
export interface Surroundings {
  /** How the record writes its days. */
  readonly dayStyle: DayStyle
  /** What a state can be called: what the record calls others, what its template does, and what people usually do. */
  readonly statuses: readonly string[]
  /** What stands in the dates that a duration lies between. */
  readonly period: { readonly start: string; readonly end: string } | undefined
}

/** Longer than this it is a sentence about a state and none of its names. */
const mostStatusChars = 30

/** @returns `undefined` where the slot is not there any more. */
export function surroundingsOf(
  template: Template,
  doc: Y.Doc,
  { path }: { readonly path: string },
): Surroundings | undefined {
  const { slots } = completeness(template, doc)
  const here = slots.find(({ slot, scope }) => slotPath(scope.path, slot.key) === path)
  if (here === undefined) return undefined
  const others = slots.filter((state) => state !== here && state.filled)
  const textsOf = (kind: SlotKind) =>
    others.filter(({ slot }) => slot.kind === kind).map(({ slot, scope }) => textOf(scope, slot.key))
  const period = here.slot.kind === 'duration' ? periodOf(here.slot, template.slots.values()) : undefined
  return {
    dayStyle: styleOf(textsOf('date')),
    statuses: distinct([
      ...textsOf('status').filter(({ length }) => length <= mostStatusChars),
      ...statusesOf(template),
      ...strings.statuses,
    ]),
    period: period && { start: textOf(here.scope, period.start.key), end: textOf(here.scope, period.end.key) },
  }
}

function textOf(scope: Scope, key: string): string {
  const fragment = scope.fragment(key)
  return fragment === undefined ? '' : plainText(fragment)
}

/** What a template's own front matter calls a record that is done. */
function statusesOf({ layout }: Template): string[] {
  const fields = layout.flatMap((block) => (block.type === 'frontMatter' ? block.fields : []))
  return fields
    .flatMap(({ children }) => children)
    .flatMap((node) => (node.type === 'status' ? [node.value.charAt(0).toLocaleUpperCase() + node.value.slice(1)] : []))
}

/** The first of those that differ in nothing but capitals. */
function distinct(names: readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const name of names) {
    const key = name.toLocaleLowerCase()
    if (!found.has(key)) found.set(key, name)
  }
  return [...found.values()]
}
