import { expect } from '@playwright/test'
import { type RunContext, seconds } from '../../run.js'
import type { Seat } from './seat.js'

/** The goal is one second; on a machine that is busy with other things more is reported, and only far more is a fault. */
const saidWithinMs = 8_000

/** Browsers deny IndexedDB in private windows, by policy, or with a full disk; this one does so before the page’s own code runs. */
export function denied(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('The user denied permission to access the database.', 'SecurityError')
  }
}

/** Opens a record where the browser keeps nothing: it must be said. */
export async function denyKeeping({ figure, holds }: RunContext, seat: Seat): Promise<void> {
  const recordId = await seat.member.createRecord('Kept nowhere')
  const page = await (await seat.openBrowser()).newPage()
  await page.addInitScript(denied)
  await page.goto(`${seat.server.url}/records/${recordId}`)
  await page.getByRole('region', { name: 'This record' }).waitFor()
  const since = performance.now()
  await expect(page.getByText('This browser does not keep a copy on this device')).toBeVisible({
    timeout: saidWithinMs,
  })
  const tookMs = performance.now() - since
  figure('from the open record to the banner that the browser keeps nothing', seconds(tookMs))
  holds('D6', tookMs < saidWithinMs, 'Nothing said that the browser keeps nothing')
  await page.close()
}
