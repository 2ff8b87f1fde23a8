import type { RecordSummary } from '@colophon/protocol'
import {
  completeness,
  fingerprint,
  fingerprintOf,
  newerClients,
  type PrintOptions,
  packTemplate,
  printRecord,
  recordTemplate,
  recordTitle,
  type SlotText,
  slotTexts,
} from '@colophon/template'
import * as Y from 'yjs'
import { printFile, printSigned, type SignoffLines } from './signoff-lines.js'

/** What the server wants to know of a record's text. */
export type Question =
  | { readonly kind: 'markdown'; readonly options: Omit<PrintOptions, 'signoffs'>; readonly lines: SignoffLines }
  | { readonly kind: 'file'; readonly options: Omit<PrintOptions, 'signoffs'>; readonly lines: SignoffLines }
  | { readonly kind: 'fingerprint' }
  | { readonly kind: 'summary' }
  | { readonly kind: 'content' }
  /** `since`: an encoded state vector. */
  | { readonly kind: 'authors'; readonly since: Uint8Array }
  | { readonly kind: 'template' }

export type Answer =
  | { readonly kind: 'markdown'; readonly markdown: string }
  | { readonly kind: 'file'; readonly markdown: string; readonly fingerprint: string }
  | { readonly kind: 'fingerprint'; readonly fingerprint: string }
  | { readonly kind: 'summary'; readonly summary: Summary }
  | { readonly kind: 'content'; readonly content: Content }
  | { readonly kind: 'authors'; readonly authors: Authors }
  | { readonly kind: 'template'; readonly packed: string }

export interface Summary {
  /** `undefined` where the template has no title slot. */
  readonly title: string | undefined
  readonly completeness: RecordSummary['completeness']
}

/** What a sign-off made now would cover. */
export interface Content {
  /** Hex SHA-256 of `markdown`. */
  readonly fingerprint: string
  /** The file, its sign-off lines left open. */
  readonly markdown: string
  /** The same by slot, so that two of them can be compared. */
  readonly texts: readonly SlotText[]
  /** Which edits it holds: an encoded Yjs state vector. */
  readonly vector: Uint8Array
}

/** The client ids under which something was written, by the paths of `SlotText`. */
export type Authors = ReadonlyMap<string, readonly number[]>

export function answerFrom(doc: Y.Doc, question: Question): Answer {
  const template = recordTemplate(doc)
  switch (question.kind) {
    case 'markdown':
      return { kind: 'markdown', markdown: printSigned(template, doc, question) }
    case 'file':
      return { kind: 'file', ...printFile(template, doc, question) }
    case 'fingerprint':
      return { kind: 'fingerprint', fingerprint: fingerprint(template, doc) }
    case 'summary': {
      const { filled, total } = completeness(template, doc)
      const title = template.titleSlot === null ? undefined : recordTitle(template, doc)
      return { kind: 'summary', summary: { title, completeness: { filled, total } } }
    }
    case 'content': {
      const markdown = printRecord(template, doc)
      const texts = slotTexts(template, doc)
      const vector = Y.encodeStateVector(doc)
      return { kind: 'content', content: { fingerprint: fingerprintOf(markdown), markdown, texts, vector } }
    }
    case 'authors':
      return { kind: 'authors', authors: newerClients(template, doc, question.since) }
    case 'template':
      return { kind: 'template', packed: packTemplate(template) }
    default:
      return question satisfies never
  }
}
