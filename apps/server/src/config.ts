import { resolve } from 'node:path'
import { z } from 'zod'

/** What an operator may set; see `readConfig`. */
export interface Config {
  host: string
  port: number
  /** Absolute path of the folder that holds everything. */
  dataDir: string
  /** The origin people open, without a trailing slash. */
  publicUrl: string
  adminToken: string | undefined
  logLevel: LogLevel
}

export type LogLevel = z.infer<typeof logLevelSchema>

/** A setting that cannot be used; the message names it and says what would be right. */
export class ConfigError extends Error {
  readonly code = 'config-invalid'
  override readonly name = 'ConfigError'
}

/**
 * Reads the settings; nothing else reads the environment. An empty variable counts as unset.
 * @throws ConfigError naming every bad variable.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const result = environmentSchema.safeParse(set)
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new ConfigError(`Colophon did not start, because of its settings: ${faults.join('; ')}.`)
  }
  const { HOST, PORT, DATA_DIR, PUBLIC_URL, ADMIN_TOKEN, LOG_LEVEL } = result.data
  return {
    host: HOST,
    port: PORT,
    dataDir: resolve(DATA_DIR),
    publicUrl: PUBLIC_URL ?? `http://${reachable(HOST)}:${PORT}`,
    adminToken: ADMIN_TOKEN,
    logLevel: LOG_LEVEL,
  }
}

const logLevelSchema = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
  error: 'must be one of trace, debug, info, warn, error, fatal, silent',
})

const portFault = 'must be a whole number from 1 to 65535'

const notOffered = z
  .undefined({ error: 'is set, but this version keeps its data in DATA_DIR only; unset it' })
  .optional()

const environmentSchema = z.object({
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an IP address')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d+$/, portFault)
    .transform(Number)
    .pipe(z.int().min(1, portFault).max(65_535, portFault))
    .default(4280),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: z
    .string()
    .transform((text, context) => {
      const url = URL.canParse(text) ? new URL(text) : undefined
      const web = url?.protocol === 'http:' || url?.protocol === 'https:'
      if (url && web && url.pathname === '/' && !url.search && !url.hash && !url.username) return url.origin
      context.addIssue('must be an http or https address without a path, such as https://colophon.example')
      return z.NEVER
    })
    .optional(),
  ADMIN_TOKEN: z
    .string()
    .min(32, 'must have at least 32 characters')
    .regex(/^[\x21-\x7e]+$/, 'must be plain ASCII without spaces')
    .optional(),
  LOG_LEVEL: logLevelSchema.default('info'),
  DATABASE_URL: notOffered,
  REDIS_URL: notOffered,
})

/** The name under which a browser on this machine reaches `host`. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
