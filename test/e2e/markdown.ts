import type { Page } from '@playwright/test'

/** The record as the server exports it, byte for byte, asked for as the page's person. */
export async function exported(page: Page, recordId: string, query = ''): Promise<Buffer> {
  const response = await page.request.get(new URL(`/api/v1/records/${recordId}/markdown${query}`, page.url()).href)
  if (!response.ok()) throw new Error(`The export answered ${response.status()}: ${await response.text()}`)
  return response.body()
}

/** `source` with some of its lines written anew. @throws when a line is not there exactly once. */
export function withLines(source: string, changes: readonly (readonly [before: string, after: string])[]): string {
  const lines = source.split('\n')
  for (const [before, after] of changes) {
    const at = lines.indexOf(before)
    if (at < 0 || lines.indexOf(before, at + 1) >= 0) throw new Error(`Not one line of the file is: ${before}`)
    lines[at] = after
  }
  return lines.join('\n')
}
