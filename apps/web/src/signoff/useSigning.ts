import { useSyncExternalStore } from 'react'
import { useRecord } from '../record/state/recordContext.js'
import { signingOf } from './openSigning.js'
import type { Attempt, Signing } from './signing.js'

/** One's own decisions on their way. */
export function useSigning(): Signing {
  return signingOf(useRecord())
}

/** One's own decision in a role, while it is on its way. */
export function useAttempt(role: string): Attempt | undefined {
  const signing = useSigning()
  return useSyncExternalStore(signing.subscribe, () => signing.at(role))
}
