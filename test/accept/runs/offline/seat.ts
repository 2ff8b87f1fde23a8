import type { BrowserContext, Page } from '@playwright/test'
import { append, slot, whenRecordOpens } from '../../../e2e/record.js'
import type { RunningServer } from '../../../server.js'
import type { Member } from '../../clients/member.js'

/** A browser at a server, and who sits there. */
export interface Seat {
  readonly server: RunningServer
  readonly member: Member
  /** Closes the browser when it is open, and opens it again with what it had kept. */
  openBrowser(): Promise<BrowserContext>
}

/** Opens a record in a tab of its own. */
export async function openRecordPage(browser: BrowserContext, { server }: Seat, recordId: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(`${server.url}/records/${recordId}`)
  await whenRecordOpens(page)
  return page
}

/** Writes in slots whose names are the words a screen reader gives them. */
export async function writeIn(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, words] of Object.entries(texts)) await append(slot(page, label), words)
}
