import type { Person } from '@colophon/protocol'
import { useCallback, useSyncExternalStore } from 'react'
import type { RecordSession } from '../session/session.js'
import type { SessionState } from '../session/sessionState.js'
import { useRecord } from './recordContext.js'

/**
 * The one way a component reads what the session knows. It renders again only when what `select` picks has changed.
 * @param select - returns a primitive or a part of the state itself, never a new object.
 */
export function useSessionState<T>(session: RecordSession, select: (state: SessionState) => T): T {
  return useSyncExternalStore(session.subscribe, () => select(session.getState()))
}

/** Everybody else with the record open. */
export function usePeople(): readonly Person[] {
  const { presence } = useRecord().session
  return useSyncExternalStore(presence.subscribe, presence.people)
}

/** Everybody else who is in one slot now. */
export function usePeopleAt(path: string): readonly Person[] {
  const { presence } = useRecord().session
  return useSyncExternalStore(presence.subscribe, () => presence.at(path))
}

/** Every slot somebody else is in. */
export function usePeopleByPlace(): ReadonlyMap<string, readonly Person[]> {
  const { presence } = useRecord().session
  return useSyncExternalStore(presence.subscribe, presence.places)
}

export function useReadOnly(): boolean {
  return useSessionState(useRecord().session, (state) => state.readOnly || state.ledger?.locked === true)
}

/** What can be taken back, and the ways to do it. */
export function useHistory(): { canUndo: boolean; canRedo: boolean; undo: () => void; redo: () => void } {
  const { history } = useRecord()
  const canUndo = useSyncExternalStore(history.subscribe, () => history.canUndo)
  const canRedo = useSyncExternalStore(history.subscribe, () => history.canRedo)
  return {
    canUndo,
    canRedo,
    undo: useCallback(() => history.undo(), [history]),
    redo: useCallback(() => history.redo(), [history]),
  }
}
