import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type AuditLog, AuditLogUnreadable, readAuditLog, verify } from '@colophon/audit'
import { describe, isSound } from './report-text.js'

/** What the command prints, and how it ends. */
export interface Outcome {
  readonly text: string
  /** 0: all is as the log says; 1: it is not; 2: it could not be checked. */
  readonly exitCode: 0 | 1 | 2
}

/** The command could not do what it was asked for; the message says why, and what to do. */
class Unchecked extends Error {
  override readonly name = 'Unchecked'
}

const usage = `Usage: colophon verify FILE [--audit LOG] [--key KEY]

Checks a record's Markdown file against its log, without the server: whether the log is whole,
whether the file is one that the server gave out, and who approved its text.

  --audit LOG  the log, as the record's page or GET /api/v1/records/ID/audit gives it;
               otherwise FILE with .audit.json in the place of .md
  --key KEY    the server's public key, if you have it from the server itself;
               otherwise the log is taken to be sealed by whom it says

It ends with 0 where everything is as the log says, with 1 where it is not, and with 2 where it
could not be checked.
`

/** @param args what stands behind the command's name */
export async function run(args: readonly string[]): Promise<Outcome> {
  try {
    const { file, audit, key, help } = read(args)
    if (help) return { text: usage, exitCode: 0 }
    const report = verify(await bytesOf(file), await logIn(audit), key)
    return { text: describe(report), exitCode: isSound(report) ? 0 : 1 }
  } catch (error) {
    if (error instanceof Unchecked) return { text: `${error.message}\n`, exitCode: 2 }
    throw error
  }
}

function read(args: readonly string[]) {
  const { values, positionals } = parsed(args)
  const { help = false, key } = values
  const [command, file = '', ...more] = positionals
  if (!help && (command !== 'verify' || file === '' || more.length > 0)) throw new Unchecked(usage)
  return { file, audit: values.audit ?? `${file.replace(/\.md$/i, '')}.audit.json`, key, help }
}

function parsed(args: readonly string[]) {
  try {
    const options = { audit: { type: 'string' }, key: { type: 'string' }, help: { type: 'boolean' } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (cause) {
    throw new Unchecked(`${cause instanceof Error ? cause.message : String(cause)}\n\n${usage}`, { cause })
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new Unchecked(`${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

async function logIn(path: string): Promise<AuditLog> {
  const bytes = await bytesOf(path)
  try {
    return readAuditLog(bytes.toString('utf8'))
  } catch (cause) {
    if (!(cause instanceof AuditLogUnreadable)) throw cause
    throw new Unchecked(`${path} is no log of a record. ${cause.message}`, { cause })
  }
}
