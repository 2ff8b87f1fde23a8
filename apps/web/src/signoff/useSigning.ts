import { useSyncExternalStore } from 'react'
import { useRecord } from '../record/state/recordContext.js'
import type { Attempt, Moved } from './signing.js'

/** One's own decision in a role, while it is on its way. */
export function useAttempt(role: string): Attempt | undefined {
  const { signing } = useRecord()
  return useSyncExternalStore(signing.subscribe, () => signing.at(role))
}

/** A decision about a text that has moved. */
export function useMoved(): Moved | undefined {
  const { signing } = useRecord()
  return useSyncExternalStore(signing.subscribe, signing.moved)
}
