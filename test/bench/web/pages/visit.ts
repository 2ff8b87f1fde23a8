import { gzipSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { within } from '../../../accept/watched.js'
import type { Opening } from '../probe/target.js'
import type { Placed } from './subject.js'

/** A page in a browser profile that has never been there before. */
export interface Visit {
  readonly page: Page
  readonly devtools: CDPSession
  readonly opening: Opening
  /** JavaScript that has been fetched so far; bytes as `gzip -9` leaves them. */
  scriptBytes(): Promise<number>
  leave(): Promise<void>
}

/** Opens a page, and goes on once it has taken a key. @param probe the probe's source */
export async function visit(browser: Browser, { address, target, cookies }: Placed, probe: string): Promise<Visit> {
  const { page, scripts, leave } = await openPage(browser, cookies)
  await page.addInitScript({ content: `window.benchTarget = ${JSON.stringify(target)};\n${probe}` })
  await page.goto(address)
  const opening = await within(
    page.evaluate(() => window.bench.opened),
    openWithinMs,
    'a page that takes a key',
  )
  return {
    page,
    devtools: await page.context().newCDPSession(page),
    opening,
    scriptBytes: async () => sum([...(await scripts()).values()]),
    leave,
  }
}

/** What a page fetches until it asks for nothing more. */
export async function weigh(
  browser: Browser,
  { address, cookies }: Pick<Placed, 'address' | 'cookies'>,
): Promise<number> {
  const { page, scripts, leave } = await openPage(browser, cookies)
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  const bytes = sum([...(await scripts()).values()])
  await leave()
  return bytes
}

async function openPage(browser: Browser, cookies: Placed['cookies']) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    storageState: { cookies, origins: [] },
  })
  const page = await context.newPage()
  const fetched = new Map<string, Promise<number>>()
  page.on('response', (response) => {
    const isScript = new URL(response.url()).pathname.endsWith('.js') && response.ok()
    if (isScript)
      fetched.set(
        response.url(),
        response.body().then((body) => gzipSync(body, { level: 9 }).length),
      )
  })
  return {
    page,
    scripts: async () =>
      new Map(await Promise.all([...fetched].map(async ([url, bytes]) => [url, await bytes] as const))),
    leave: () => context.close(),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const openWithinMs = 60_000
