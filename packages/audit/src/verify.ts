import { createHash } from 'node:crypto'
import {
  fillRecord,
  fingerprint,
  parseTemplate,
  ReadError,
  readRecord,
  type Signoffs,
  seedRecord,
  type Template,
} from '@colophon/template'
import * as Y from 'yjs'
import type { AuditEntry } from './chain.js'
import { type Decision, decisionsIn } from './decisions.js'
import { inspectLog, type LogVerdict } from './inspect-log.js'
import type { AuditLog } from './log.js'

/** How a Markdown file stands to a record's log. */
export interface Report {
  readonly log: LogVerdict
  readonly file: FileVerdict
  /** Of the file's text, the sign-off lines left open; `undefined` where it is no form of the log's template. */
  readonly fingerprint: string | undefined
  /** Who has decided as what, last of all; by role. */
  readonly decisions: readonly CheckedDecision[]
  /** Names in the file's sign-off lines that the log does not bear out. */
  readonly unfounded: readonly Unfounded[]
}

export type FileVerdict =
  /** Byte for byte what the server gave out, last in this entry. */
  | { readonly kind: 'given-out'; readonly entry: AuditEntry }
  /** Its text is one that was decided on, last in this entry; other bytes, such as sign-off lines, are not. */
  | { readonly kind: 'text-known'; readonly entry: AuditEntry }
  | { readonly kind: 'unknown' }
  /** It is no form of the log's template; `why` is a sentence. */
  | { readonly kind: 'no-form'; readonly why: string }

export interface CheckedDecision extends Decision {
  /** Whether what was decided on is the text of this file. */
  readonly isOfThisText: boolean
}

export interface Unfounded {
  readonly label: string
  readonly name: string
  readonly why: string
}

/**
 * Checks a record's Markdown file against its log, without the server.
 * @param key whose seal the log should have; without it, that of the log itself is taken
 * @see docs/spec.md G6
 */
export function verify(file: Uint8Array, log: AuditLog, key?: string): Report {
  const template = parseTemplate(log.template)
  const text = readText(template, file)
  const decisions = decisionsIn(log.entries).map((one) => ({
    ...one,
    isOfThisText: one.fingerprint === text.fingerprint,
  }))
  return {
    log: inspectLog(log, key),
    file: 'why' in text ? { kind: 'no-form', why: text.why } : fileVerdict(log.entries, file, text.fingerprint),
    fingerprint: text.fingerprint,
    decisions,
    unfounded: template.signoffs.flatMap((line) => unfounded(line, text.signoffs[line.role], decisions, log.entries)),
  }
}

type Text =
  | { readonly fingerprint: string; readonly signoffs: Signoffs }
  | { readonly fingerprint: undefined; readonly signoffs: Signoffs; readonly why: string }

function readText(template: Template, file: Uint8Array): Text {
  try {
    const { values, signoffs } = readRecord(template, new TextDecoder('utf-8', { ignoreBOM: true }).decode(file))
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seedRecord(template))
    fillRecord(template, doc, values)
    return { fingerprint: fingerprint(template, doc), signoffs }
  } catch (error) {
    if (error instanceof ReadError) return { fingerprint: undefined, signoffs: {}, why: error.message }
    throw error
  }
}

function fileVerdict(entries: readonly AuditEntry[], file: Uint8Array, text: string): FileVerdict {
  const bytes = createHash('sha256').update(file).digest('hex')
  const givenOut = entries.findLast(({ what }) => 'file' in what && what.file === bytes)
  if (givenOut !== undefined) return { kind: 'given-out', entry: givenOut }
  const known = entries.findLast(({ what }) => 'fingerprint' in what && what.fingerprint === text)
  return known === undefined ? { kind: 'unknown' } : { kind: 'text-known', entry: known }
}

function unfounded(
  { role, label }: { role: string; label: string },
  written: Signoffs[string] | undefined,
  decisions: readonly CheckedDecision[],
  entries: readonly AuditEntry[],
): Unfounded[] {
  if (written === undefined) return []
  const decision = decisions.find((one) => one.role === role)
  const why = decision?.kind === 'approved' ? objection(decision, written) : nobody(wasImported(entries, role, written))
  return why === undefined ? [] : [{ label, name: written.name, why }]
}

function objection(
  { person, at, isOfThisText }: CheckedDecision,
  { name, date }: Signoffs[string],
): string | undefined {
  const day = at.slice(0, isoDateChars)
  if (person.name !== name) return `it was ${person.name} who approved`
  if (day !== date) return `it was on ${day}`
  return isOfThisText ? undefined : 'what was approved is another text'
}

function wasImported(entries: readonly AuditEntry[], role: string, { name }: Signoffs[string]): boolean {
  return entries.some(
    ({ what }) => what.event === 'created' && what.recorded.some((one) => one.role === role && one.name === name),
  )
}

const nobody = (wasInFile: boolean) =>
  `${wasInFile ? 'it stood in the file that was imported; ' : ''}nobody has approved as this`

/** `YYYY-MM-DD` */
const isoDateChars = 10
