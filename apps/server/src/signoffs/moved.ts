import type { Changes } from './changes.js'
import { SignoffError } from './signoff-error.js'

/** The text is not the one that somebody has seen: says what it is now, and what changed. @see docs/spec.md G1 */
export async function moved(
  changes: Changes,
  recordId: string,
  seen: string,
  { fingerprint }: { fingerprint: string },
): Promise<SignoffError> {
  const found = await changes.since(recordId, seen)
  return new SignoffError(
    'record-moved',
    'The record changed while you were reading it. Nothing was changed. Look at what is new, then decide again.',
    { fingerprint, ...(found && { changes: found.changes }) },
  )
}
