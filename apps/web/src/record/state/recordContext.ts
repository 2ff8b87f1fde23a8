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

/** An open record, as every part of its page sees it. The same object for as long as the record is open. */
export interface OpenRecord {
  readonly id: string
  readonly session: RecordSession
  readonly template: Template
  readonly history: History
  readonly root: Scope
  readonly me: Me
  readonly editing: Editing
  /** Tells a part of the page when it comes near the window. */
  readonly approach: Approach
  readonly overview: Watch<Overview>
  /** One's own slots, and whether they alone are wanted. */
  readonly mine: Mine
  /** Whom one follows through it. */
  readonly following: Cell<Person | null>
  readonly dialogs: Dialogs
  /** Whether signing asks for one's password once more. */
  readonly asksPassword: () => boolean
}

/** What belongs to `session` once its template is known. */
export function openRecord(
  id: string,
  session: RecordSession,
  template: Template,
  history: History,
  me: Me,
  approach: Approach,
  asksPassword: () => boolean,
): OpenRecord {
  return {
    id,
    session,
    template,
    history,
    root: rootScope(session.doc),
    me,
    editing: createEditing(),
    approach,
    overview: watchOverview(template, session.doc),
    mine: createMine(session.doc, me.id),
    following: createCell<Person | null>(null),
    dialogs: createDialogs(),
    asksPassword,
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
