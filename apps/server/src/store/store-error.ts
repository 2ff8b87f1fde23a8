export type StoreErrorCode =
  | 'bad-record-id'
  | 'bad-text-name'
  | 'record-exists'
  | 'record-missing'
  | 'record-corrupt'
  | 'index-missing'
  | 'index-corrupt'
  | 'folder-locked'
  | 'write-failed'
  | 'store-closed'

/** What the store could not do; the message says what was kept and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'

  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
