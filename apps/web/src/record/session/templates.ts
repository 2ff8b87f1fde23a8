import { sourceOf, type Template, unpackTemplate } from '@colophon/template'
import type * as Y from 'yjs'

/** Tells the template of a loaded record. */
export interface Templates {
  /**
   * @throws TemplateMismatch when the document is no record.
   * @throws TemplateError when its template is none.
   * @throws what `ways.parser` throws where nobody has parsed it and what parses could not be fetched.
   */
  of(doc: Y.Doc): Promise<Template>
}

export interface Ways {
  /** Asks the server, which has parsed it, for what `packTemplate` writes. */
  readonly packed: () => Promise<string>
  /** Fetches what parses: needed by records alone that the server could not be asked about. */
  readonly parser: () => Promise<(source: string) => Template>
}

/** Those of records that this page has shown; the source says all about a template. */
const known = new Map<string, Template>()

/** The server is asked at once, while the record is on its way; the source in the record decides. @see docs/spec.md P8 */
export function openTemplates({ packed, parser }: Ways): Templates {
  // What is not answered, for whatever reason, is parsed here.
  const answer = packed().catch(() => '')

  return {
    async of(doc) {
      const source = sourceOf(doc)
      const template = known.get(source) ?? unpackTemplate(await answer, source) ?? (await parser())(source)
      known.set(source, template)
      return template
    },
  }
}
