import { emptyLedger, type Ledger, type Right, rightOf, type Signoff } from '@colophon/protocol'
import { useSyncExternalStore } from 'react'
import { useRecord } from '../record/state/recordContext.js'
import { useSessionState } from '../record/state/useSessionState.js'
import type { RecordDialog } from './dialogs.js'

/** Who has decided what, live. */
export function useLedger(): Ledger {
  return useSessionState(useRecord().session, (state) => state.ledger ?? emptyLedger)
}

/** One sign-off line of it. */
export function useLine(role: string): Signoff | undefined {
  return useLedger().signoffs.find((line) => line.role === role)
}

/** What one may do with the record, live; the least there is for whoever has lost all. */
export function useRight(): Right {
  const { me } = useRecord()
  return rightOf(me, useLedger()) ?? 'viewer'
}

/** What is laid over the page. */
export function useRecordDialog(): RecordDialog | null {
  const { dialogs } = useRecord()
  return useSyncExternalStore(dialogs.subscribe, dialogs.get)
}
