import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { setUp } from './people.js'
import { importFile, samplePath } from './record.js'
import { showsHeading } from './shows.js'
import type { StorageState } from './tour.js'

let server: RunningServer

test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.stop())

test('[P8] opening a page needs the scripts that the build weighed, and no others', async ({ browser }) => {
  const { page, context } = await setUp(browser, server)
  await importFile(page, samplePath)
  const record = page.url()
  const signedIn = await context.storageState()
  expect(await fetched(browser, signedIn, server.url, showsHeading(/rate limits/))).toEqual(
    await weighed('the list of records'),
  )

  // What comes later, while there is time, never comes here: the record is read without it.
  const reading = await weighed('a record')
  const reader = await (await browser.newContext({ storageState: signedIn })).newPage()
  const asked = new Set<string>()
  await reader.route(/\/assets\/.*\.js$/, async (route) => {
    const script = new URL(route.request().url()).pathname.slice(1)
    if (!reading.includes(script)) return
    asked.add(script)
    await route.continue()
  })
  await reader.goto(record)
  await expect(reader.getByRole('article')).toContainText('shard by tenant hash after that')
  expect([...asked].sort()).toEqual(reading)
  await reader.context().close()
})

/** The scripts that a browser which has never been here fetches, until nothing more is asked for. */
async function fetched(browser: Browser, signedIn: StorageState, address: string, show: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ storageState: signedIn })
  const page = await context.newPage()
  const scripts = new Set<string>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/assets/') && pathname.endsWith('.js')) scripts.add(pathname.slice(1))
  })
  await page.goto(address)
  await show(page)
  await page.waitForLoadState('networkidle')
  await context.close()
  return [...scripts].sort()
}

async function weighed(name: string): Promise<string[]> {
  const weights: { name: string; files: { file: string }[] }[] = JSON.parse(
    await readFile(new URL('../../apps/web/dist/weight.json', import.meta.url), 'utf8'),
  )
  return (weights.find((weight) => weight.name === name)?.files ?? []).map(({ file }) => file).sort()
}
