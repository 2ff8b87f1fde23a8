import type { Person, Session } from '@colophon/protocol'
import { rootScope, type Scope, type Template } from '@colophon/template'
import { createContext, useContext } from 'react'
import { createDialogs, type Dialogs } from '../../signoff/dialogs.js'
import { createMine, type Mine } from '../assign/mine.js'
import { createEditing, type Editing } from '../editor/editing.js'
import { type Overview, watchOverview } from '../outline/watchOverview.js'
import type { History } from '../session/history.js'
import type { RecordSession } from '../session/session.js'
import type { Approach } from '../slot/approach.js'
import { type Cell, createCell } from './cell.js'
import type { Watch } from './watch.js'

/** Who has the page open. */
export type Me = Pick<Session['user'], 'id' | 'name' | 'role'>

/** What an open record stands on. */
export interface RecordParts {
  readonly id: string
  readonly session: RecordSession
  readonly template: Template
  readonly history: History
  readonly me: Me
  /** Tells a part of the page when it comes near the window. */
  readonly approach: Approach
  /** Whether signing asks for one's password once more. */
  readonly asksPassword: () => boolean
}

/** An open record, as every part of its page sees it. The same object for as long as the record is open. */
export interface OpenRecord extends RecordParts {
  readonly root: Scope
  readonly editing: Editing
  readonly overview: Watch<Overview>
  /** One's own slots, and whether they alone are wanted. */
  readonly mine: Mine
  /** Whom one follows through it. */
  readonly following: Cell<Person | null>
  readonly dialogs: Dialogs
}

/** What belongs to a session once its template is known. */
export function openRecord(parts: RecordParts): OpenRecord {
  const { session, template, me } = parts
  return {
    ...parts,
    root: rootScope(session.doc),
    editing: createEditing(),
    overview: watchOverview(template, session.doc),
    mine: createMine(session.doc, me.id),
    following: createCell<Person | null>(null),
    dialogs: createDialogs(),
  }
}

export const RecordContext = createContext<OpenRecord | null>(null)
/** Where the blocks being shown live: the record itself, or one item of a group. */
export const ScopeContext = createContext<Scope | null>(null)

export function useRecord(): OpenRecord {
  return present(useContext(RecordContext), 'RecordContext')
}

export function useScope(): Scope {
  return present(useContext(ScopeContext), 'ScopeContext')
}

function present<T>(value: T | null, name: string): T {
  if (value === null) throw new Error(`A part of the record's page stands outside its ${name}.`)
  return value
}
