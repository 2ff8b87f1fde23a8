import { newTokenSchema } from '@colophon/protocol'
import type { Browser, Page } from '@playwright/test'
import type { RunningServer } from '../server.js'
import { grace, invite, join, type Seat } from './people.js'
import { append, expectSaved, follow, importFile, newRecord, samplePath, slot } from './record.js'

/** A workspace in use: where its records are, and who is at work in the filled one. */
export interface Furnished {
  readonly record: string
  readonly empty: string
  readonly mate: string
  /** A link nobody has used. */
  readonly invitation: string
}

/** Fills an empty workspace with two records and a second person, who writes in one of them. */
export async function furnish(browser: Browser, server: RunningServer, { page }: Seat): Promise<Furnished> {
  const { page: graces } = await join(browser, await invite(page))
  await newRecord(page, 'Keyboard shortcuts')
  const empty = page.url()
  await page.goto(server.url)
  await importFile(page, samplePath)
  const record = page.url()
  await follow(page, graces)
  await append(slot(graces, 'Known issues'), ' Support has the steps.')
  await expectSaved(graces)
  await page.goto(server.url)
  await makeTokens(page, server)
  return { record, empty, mate: grace.name, invitation: await invite(page) }
}

/** A script's token that has been used, and one that has not; made as scripts make theirs, past the page. */
async function makeTokens({ request }: Page, { url }: RunningServer): Promise<void> {
  const headers = { origin: url }
  const data = { name: 'Build server', scope: 'write', expiresInDays: 90 }
  const made = await request.post(`${url}/api/v1/tokens`, { headers, data })
  const { secret } = newTokenSchema.parse(await made.json())
  await fetch(`${url}/api/v1/records`, { headers: { authorization: `Bearer ${secret}` } })
  await request.post(`${url}/api/v1/tokens`, { headers, data: { name: 'Nightly export', scope: 'read' } })
}
