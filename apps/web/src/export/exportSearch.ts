import { type MarkdownQuery, markdownQuerySchema } from '@colophon/protocol'

/** What the export page's address keeps; what is absent is as the server has it by default. */
export type ExportSearch = Partial<MarkdownQuery>

/** Reads the address of the export page; what it does not understand it leaves out. */
export function readExportSearch(search: Readonly<Record<string, unknown>>): ExportSearch {
  const unfilled = markdownQuerySchema.shape.unfilled.safeParse(search.unfilled)
  const status = markdownQuerySchema.shape.status.safeParse(search.status)
  return {
    ...(unfilled.success && unfilled.data !== 'keep' ? { unfilled: unfilled.data } : {}),
    ...(status.success && status.data !== 'template' ? { status: status.data } : {}),
  }
}

/** The same with nothing absent, as the server is asked. */
export function markdownQueryOf({ unfilled = 'keep', status = 'template' }: ExportSearch): MarkdownQuery {
  return { unfilled, status }
}
