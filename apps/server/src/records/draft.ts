import type { RecordSummary } from '@colophon/protocol'
import {
  completeness,
  fillRecord,
  fillTitle,
  type Problem,
  parseTemplate,
  ReadError,
  readRecord,
  recordTitle,
  type Signoffs,
  seedRecord,
  type Template,
  unplaced,
} from '@colophon/template'
import * as Y from 'yjs'

/** A record's first state, wholly made before any of it is stored. */
export interface Draft {
  /** One Yjs update. */
  state: Uint8Array
  templateName: string
  title: string
  completeness: RecordSummary['completeness']
  roles: { role: string; label: string }[]
}

export interface ImportedDraft extends Draft {
  templateId: string
  signoffs: Signoffs
  problems: Problem[]
}

export interface NewRecord {
  kind: 'new'
  /** The template's Markdown. */
  source: string
  title: string | undefined
}

export interface ImportedRecord {
  kind: 'import'
  markdown: string
  templates: readonly { id: string; source: string }[]
}

/** @throws TemplateError */
export function draftNew({ source, title }: NewRecord): Draft {
  const template = parseTemplate(source)
  const doc = seeded(template)
  if (title !== undefined) fillTitle(template, doc, title)
  const draft = finish(template, doc)
  return title !== undefined && draft.title === '' ? { ...draft, title } : draft
}

/**
 * Reads a file as a filled form of the template that fits it best.
 * Of equals, the first wins: templates come in the order in which they are preferred.
 * @throws ReadError when it is a form of none; of several reasons, the one of the template it is most like.
 * @see docs/spec.md T7
 */
export function draftImport({ markdown, templates }: ImportedRecord): ImportedDraft {
  const candidates = templates
    .map(({ id, source }) => ({ id, source, shared: sharedLines(source, markdown) }))
    .toSorted((left, right) => right.shared - left.shared)
  let fit: Fit | undefined
  let refusal: ReadError | undefined
  for (const { id, source, shared } of candidates) {
    // No later candidate can do better than the lines it shares, so a fit that good already ends the search.
    if (fit && fit.score >= shared) break
    try {
      const template = parseTemplate(source)
      const reading = readRecord(template, markdown)
      const score = shared - reading.problems.length
      if (!fit || score > fit.score) fit = { id, template, reading, score }
    } catch (error) {
      // What is too dear for one template is for all: they differ in the lines around it.
      if (!(error instanceof ReadError) || error.code !== 'not-a-record') throw error
      refusal ??= error
    }
  }
  if (!fit) throw refusal ?? new ReadError('not-a-record', 'No template is known.', { line: 1, column: 1 })
  const { id, template, reading } = fit
  const doc = seeded(template)
  fillRecord(template, doc, reading.values)
  unplaced(doc).push(reading.problems)
  return { ...finish(template, doc), templateId: id, signoffs: reading.signoffs, problems: reading.problems }
}

interface Fit {
  id: string
  template: Template
  reading: ReturnType<typeof readRecord>
  score: number
}

/**
 * How many of a file's lines a template has word for word. It tells a template apart from one that is so general
 * (`# {{TITLE}}`, then `{{TEXT}}`) that it takes any file in.
 */
function sharedLines(source: string, markdown: string): number {
  const fixed = new Set(lines(source).filter((line) => line.trim() !== '' && !line.includes('{{')))
  return lines(markdown).filter((line) => fixed.has(line)).length
}

function lines(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}

function seeded(template: Template): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  return doc
}

function finish(template: Template, doc: Y.Doc): Draft {
  const { filled, total } = completeness(template, doc)
  return {
    state: Y.encodeStateAsUpdate(doc),
    templateName: template.name,
    title: recordTitle(template, doc),
    completeness: { filled, total },
    roles: template.signoffs.map(({ role, label }) => ({ role, label })),
  }
}
