const advice = {
  'too-deep':
    'It nests too many lists, quotes or brackets in one another. Nothing was changed. Flatten it and try again.',
  'too-large':
    'It is too large to be read as rich text. Nothing was changed. Split it, or keep it as a file beside the record.',
} as const

/**
 * Markdown that this package refuses to read.
 * `code` is stable; `message` is for people.
 * @see docs/spec.md M4
 */
export class MarkdownError extends Error {
  readonly code: keyof typeof advice
  /** Of the text that was refused: the line from which on it is what the code says. From 1. */
  readonly line: number

  constructor(code: keyof typeof advice, { line = 1, ...options }: ErrorOptions & { line?: number } = {}) {
    super(`This Markdown was not read. ${advice[code]}`, options)
    this.name = 'MarkdownError'
    this.code = code
    this.line = line
  }
}

/** The result of `attempt`, or of `otherwise` when the Markdown in it was refused. */
export function unlessRefused<Result>(attempt: () => Result, otherwise: (error: MarkdownError) => Result): Result {
  try {
    return attempt()
  } catch (error) {
    if (error instanceof MarkdownError) return otherwise(error)
    throw error
  }
}
