import { type DestinationStream, pino, stdTimeFunctions } from 'pino'
import type { LogLevel } from './config.js'

/** The part of pino that the server's modules use. */
export type Log = ReturnType<typeof createLog>

/**
 * JSON lines, one an event. Secrets are blotted out wherever a module might hand them in: cookies, authorization,
 * tokens and passwords, at the top or one level down.
 */
export function createLog(level: LogLevel, destination?: DestinationStream) {
  return pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime, redact: { paths: secrets, censor: '[redacted]' } },
    destination ?? pino.destination(1),
  )
}

const names = ['cookie', 'authorization', 'token', 'password', 'secret', 'adminToken', '["set-cookie"]']

const secrets = names.flatMap((name) => {
  const below = name.startsWith('[') ? name : `.${name}`
  return [name, `*${below}`, `req.headers${below}`, `res.headers${below}`]
})
