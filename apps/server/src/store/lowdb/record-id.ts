import { recordIdSchema } from '@colophon/protocol'
import { StoreError } from '../store-error.js'

/**
 * Record ids become file names, so none passes that is not letters, digits, `_` and `-` alone.
 * @throws StoreError `bad-record-id`
 * @see docs/spec.md A8
 */
export function checkRecordId(recordId: string): void {
  if (recordIdSchema.safeParse(recordId).success) return
  throw new StoreError(
    'bad-record-id',
    'That is no record id: it takes 12 to 32 letters, digits, dashes or underscores.',
  )
}
