/** The system's code of a failed file operation, such as `ENOENT`; `undefined` for any other error. */
export function errno(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Turns "there is no such file" into `undefined` and leaves every other error alone. */
export function unlessMissing(error: unknown): undefined {
  if (errno(error) === 'ENOENT') return undefined
  throw error
}
