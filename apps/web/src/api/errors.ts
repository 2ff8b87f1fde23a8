import type { Problem } from '@colophon/protocol'

/** The server answered, and its answer was no. `message` is meant for the person: what happened, what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** Stable; see the server's API page. `unexpected` when the answer was not a problem it describes. */
  readonly code: string
  readonly status: number
  /** What the server said in full; absent when something between here and there answered. */
  readonly problem: Problem | undefined

  constructor(status: number, code: string, message: string, options: { problem?: Problem; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.status = status
    this.code = code
    this.problem = options.problem
  }
}

/** No answer came: offline, the server down, or the connection cut. Nothing is known to have been done. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  readonly code = 'network'

  constructor(message: string, cause: unknown) {
    super(message, { cause })
  }
}

/** Whether `error` says that nobody is signed in any more. A refused sign-in is a 401 too, and says nothing of that. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401 && error.code !== 'wrong-credentials'
}

/** The sentence for a person, whatever was thrown. */
export function sentenceOf(error: unknown, otherwise: string): string {
  return error instanceof ApiError || error instanceof NetworkError ? error.message : otherwise
}
