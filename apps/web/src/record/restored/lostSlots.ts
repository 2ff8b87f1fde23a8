import { completeness, itemNames, recordTemplate, type SlotState, slotPath } from '@colophon/template'
import * as Y from 'yjs'
import { hasItem } from '../session/ownership.js'
import { inPlainText } from './inPlainText.js'

/** A slot in which somebody had written what the record does not have any more. */
export interface LostSlot {
  /** Where it stood, and nowhere else. */
  readonly path: string
  /** The items it stood in, the outermost first: `Phase 2`, `Task 1`. */
  readonly within: readonly string[]
  /** What it is called. */
  readonly label: string
  /** All that stood in it. */
  readonly text: string
}

/**
 * Compares a lost copy of a record with the present one.
 * @param mine - the client ids under which this person wrote in the copy.
 * @throws TemplateMismatch where one of the two is no record.
 * @see docs/spec.md D8
 */
export function lostSlots(past: Y.Doc, present: Y.Doc, mine: ReadonlySet<number>): LostSlot[] {
  const template = recordTemplate(past)
  const there = new Map(statesIn(present).map((state) => [pathOf(state), state]))
  const isLost = ({ id, length }: Y.Item) =>
    mine.has(id.client) && id.clock + length > Y.getState(present.store, id.client)
  return statesIn(past).flatMap((state) => {
    const fragment = state.scope.fragment(state.slot.key)
    if (fragment === undefined || !hasItem(fragment, isLost)) return []
    const path = pathOf(state)
    const text = textOf(state)
    if (text === '' || text === textOf(there.get(path))) return []
    return { path, within: itemNames(template, state.scope, state.slot.group), label: state.slot.label, text }
  })
}

const statesIn = (doc: Y.Doc) => completeness(recordTemplate(doc), doc).slots
const pathOf = ({ scope, slot }: SlotState) => slotPath(scope.path, slot.key)

function textOf(state: SlotState | undefined): string {
  const fragment = state?.scope.fragment(state.slot.key)
  return fragment === undefined ? '' : inPlainText(fragment)
}
