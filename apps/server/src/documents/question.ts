import type { RecordSummary } from '@colophon/protocol'
import {
  completeness,
  fingerprint,
  type PrintOptions,
  printRecord,
  recordTemplate,
  recordTitle,
} from '@colophon/template'
import type * as Y from 'yjs'

/** What the server wants to know of a record's text. */
export type Question =
  | { readonly kind: 'markdown'; readonly options: PrintOptions }
  | { readonly kind: 'fingerprint' }
  | { readonly kind: 'summary' }

export type Answer =
  | { readonly kind: 'markdown'; readonly markdown: string }
  | { readonly kind: 'fingerprint'; readonly fingerprint: string }
  | { readonly kind: 'summary'; readonly summary: Summary }

export interface Summary {
  /** `undefined` where the template has no title slot. */
  readonly title: string | undefined
  readonly completeness: RecordSummary['completeness']
}

export function answerFrom(doc: Y.Doc, question: Question): Answer {
  const template = recordTemplate(doc)
  switch (question.kind) {
    case 'markdown':
      return { kind: 'markdown', markdown: printRecord(template, doc, question.options) }
    case 'fingerprint':
      return { kind: 'fingerprint', fingerprint: fingerprint(template, doc) }
    case 'summary': {
      const { filled, total } = completeness(template, doc)
      const title = template.titleSlot === null ? undefined : recordTitle(template, doc)
      return { kind: 'summary', summary: { title, completeness: { filled, total } } }
    }
    default:
      return question satisfies never
  }
}
