import { type MarkdownQuery, markdownQuerySchema, type RecordStatus } from '@colophon/protocol'

/** What the export page's address keeps; what is absent follows from the record. */
export type ExportSearch = Partial<MarkdownQuery>

/** Reads the address of the export page; what it does not understand it leaves out. */
export function readExportSearch(search: Readonly<Record<string, unknown>>): ExportSearch {
  const unfilled = markdownQuerySchema.shape.unfilled.safeParse(search.unfilled)
  const status = markdownQuerySchema.shape.status.safeParse(search.status)
  return {
    ...(unfilled.success && unfilled.data !== 'keep' ? { unfilled: unfilled.data } : {}),
    ...(search.status !== undefined && status.success ? { status: status.data } : {}),
  }
}

/** The same with nothing absent, as the server is asked. A record that is not completed does not call itself completed. */
export function markdownQueryOf({ unfilled = 'keep', status }: ExportSearch, record: RecordStatus): MarkdownQuery {
  return { unfilled, status: status ?? (record === 'completed' ? 'template' : 'live') }
}
