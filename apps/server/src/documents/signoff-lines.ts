import { fingerprint, type PrintOptions, printRecord, type Signoffs, type Template } from '@colophon/template'
import type * as Y from 'yjs'

/** What a file's sign-off lines can say. */
export interface SignoffLines {
  /** Each is printed only under the text that it covers. */
  readonly approvals: readonly Approval[]
  /** What an imported file said where nobody has decided anything. */
  readonly imported: Signoffs
}

export interface Approval {
  readonly role: string
  readonly name: string
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly fingerprint: string
}

interface Asked {
  readonly options: Omit<PrintOptions, 'signoffs'>
  readonly lines: SignoffLines
}

/** Prints a record with the names of those who have approved exactly what it says. @see docs/spec.md G3 */
export function printSigned(template: Template, doc: Y.Doc, { options, lines }: Asked): string {
  const isAsked = lines.approvals.length > 0
  return printUnder(isAsked ? fingerprint(template, doc) : '', template, doc, { options, lines })
}

/** The same, and the fingerprint of the text under it. */
export function printFile(template: Template, doc: Y.Doc, asked: Asked): { markdown: string; fingerprint: string } {
  const present = fingerprint(template, doc)
  return { markdown: printUnder(present, template, doc, asked), fingerprint: present }
}

function printUnder(present: string, template: Template, doc: Y.Doc, { options, lines }: Asked): string {
  const { approvals, imported } = lines
  const current = approvals.filter((approval) => approval.fingerprint === present)
  const named = Object.fromEntries(current.map(({ role, name, date }) => [role, { name, date }]))
  return printRecord(template, doc, { ...options, signoffs: { ...imported, ...named } })
}
