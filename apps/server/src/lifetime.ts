import type { Log } from './log.js'

/**
 * Ends the process in good order: on SIGTERM and SIGINT with code 0, after an error nobody caught with code 1.
 * Either way `close` runs first, so that what people have written is on the disk; after `deadlineMs` the process ends
 * regardless, with code 1.
 * @see docs/spec.md D3
 */
export function manageLifetime(parts: { log: Log; close: () => Promise<void>; deadlineMs?: number }): void {
  const { log, close, deadlineMs = 9_000 } = parts
  let ending = false

  function end(code: number): void {
    if (ending) return
    ending = true
    const timer = setTimeout(() => {
      log.fatal('closing takes too long; what was not yet said to be saved may be lost')
      process.exit(1)
    }, deadlineMs)
    timer.unref()
    close().then(
      () => {
        log.info('closed')
        process.exit(code)
      },
      (error: unknown) => {
        log.fatal({ err: error }, 'closing failed; what was not yet said to be saved may be lost')
        process.exit(1)
      },
    )
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'closing')
      end(0)
    })
  }
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, 'an error that nobody caught')
      end(1)
    })
  }
}
