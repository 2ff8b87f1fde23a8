/** What could not be done with a record; nothing was changed. */
export class RecordError extends Error {
  override readonly name = 'RecordError'
  constructor(
    readonly code: 'record-locked' | 'template-unknown',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
