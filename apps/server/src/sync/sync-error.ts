import { closeCode } from '@colophon/protocol'

/** There is no such record, or no longer. */
export class RecordMissing extends Error {
  override readonly name = 'RecordMissing'
  readonly code = 'record-missing'

  constructor(readonly recordId: string) {
    super(`There is no record ${recordId}. It may have been deleted; nothing else was changed.`)
  }
}

/** The server is going down; what was received is being saved. */
export class RoomsClosed extends Error {
  override readonly name = 'RoomsClosed'
  readonly code = 'server-closing'

  constructor() {
    super('The server is restarting. What it had received is saved; try again in a moment.')
  }
}

/** More records are waiting to be loaded than the server takes on at once. */
export class RoomsBusy extends Error {
  override readonly name = 'RoomsBusy'
  readonly code = 'server-busy'

  constructor() {
    super('The server is opening many records just now. What was saved is safe; try again in a moment.')
  }
}

/** The process ends with edits that the store did not take; their authors were told that they are not saved. */
export class EditsGivenUp extends Error {
  override readonly name = 'EditsGivenUp'
  readonly code = 'edits-given-up'

  constructor(records: number) {
    super(
      `The store did not take the last edits of ${records} record(s) in time. People who still have the page open keep them there.`,
    )
  }
}

/** A frame that no honest client sends; its socket is closed with `closeWith` and nothing of the frame is kept. */
export class BadFrame extends Error {
  override readonly name = 'BadFrame'
  readonly code = 'bad-frame'

  constructor(
    message: string,
    readonly closeWith: typeof closeCode.policy | typeof closeCode.tooLarge = closeCode.policy,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
