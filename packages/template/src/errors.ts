import { lineStartOf } from './lines.js'

/** Where something stands in a file, both from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A template that cannot be used. The message says what stands where and how to mend it; nothing was stored. */
export class TemplateError extends Error {
  readonly code = 'template-invalid'
  override readonly name = 'TemplateError'

  constructor(
    message: string,
    readonly place: Place,
    options?: ErrorOptions,
  ) {
    super(`Line ${place.line}, column ${place.column}: ${message}`, options)
  }

  get line(): number {
    return this.place.line
  }

  get column(): number {
    return this.place.column
  }
}

/** A file that cannot be read as a filled form of a template. Nothing was stored. */
export class ReadError extends Error {
  override readonly name = 'ReadError'

  constructor(
    readonly code: 'not-a-record' | 'too-large' | 'too-deep',
    message: string,
    readonly place: Place,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  get line(): number {
    return this.place.line
  }

  get column(): number {
    return this.place.column
  }
}

/** A document that is not a record of the template it was to be read with. It was left as it is. */
export class TemplateMismatch extends Error {
  readonly code = 'template-mismatch'
  override readonly name = 'TemplateMismatch'
}

/** @returns the line and column of a character, with `\n`, `\r\n` and `\r` as line endings. */
export function placeOf(source: string, offset: number): Place {
  const line = source.slice(0, offset).split(/\r\n|\n|\r/).length
  return { line, column: offset - lineStartOf(source, offset) + 1 }
}
