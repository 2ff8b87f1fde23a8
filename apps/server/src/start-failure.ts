import { ConfigError } from './config.js'
import { SecretError } from './identity/secret.js'
import { StoreError } from './store/store-error.js'

/**
 * One line for the operator where the cause is outside the program.
 * @returns `undefined` where it is not; then the stack is wanted.
 */
export function explainStartFailure(error: unknown, settings: { dataDir: string } | undefined): string | undefined {
  if (error instanceof ConfigError || error instanceof StoreError || error instanceof SecretError) return error.message
  if (!isSystemError(error)) return undefined
  if (error.syscall === 'listen' || error.syscall === 'getaddrinfo') return explainListening(error)
  if (settings && error.path?.startsWith(settings.dataDir)) {
    return `Colophon cannot use its data folder ${settings.dataDir} (${error.code}). Nothing was changed. Check that the folder can be written to, or set DATA_DIR to another one.`
  }
  return undefined
}

interface SystemError extends Error {
  code: string
  syscall: string
  path?: string
  address?: string
  port?: number
  hostname?: string
}

function explainListening(error: SystemError): string {
  const place = `${error.address ?? error.hostname ?? 'HOST'}${error.port === undefined ? '' : ` port ${error.port}`}`
  switch (error.code) {
    case 'EADDRINUSE':
      return `Colophon did not start: ${place} is in use already, perhaps by another Colophon. Stop that one, or set PORT to another number.`
    case 'EACCES':
      return `Colophon did not start: it may not listen on ${place}. Set PORT to a number above 1023.`
    default:
      return `Colophon did not start: it cannot listen on ${place} (${error.code}). Set HOST to an address of this machine.`
  }
}

function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'syscall' in error &&
    typeof error.syscall === 'string'
  )
}
