import { type Browser, expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { setUp } from './people.js'
import { append, importFile, samplePath, saveState, slot, whenRecordOpens } from './record.js'
import type { StorageState } from './tour.js'

let server: RunningServer
let signedIn: StorageState
let record: string

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  const { page, context } = await setUp(browser, server)
  await importFile(page, samplePath)
  record = page.url()
  signedIn = await context.storageState()
  await context.close()
})
test.afterAll(() => server.stop())

const editors = (page: Page) => page.locator('article [contenteditable=true]')

test('[P8] editors come as their slots come near and go when they are far, and what was written stays where it was', async ({
  browser,
}) => {
  const page = await open(browser)
  const summary = slot(page, 'Implementation summary')
  await append(summary, ' Written at the top.')
  const all = await page.locator('article [data-slot]').count()

  await page.getByRole('heading', { name: 'Scaling Considerations' }).scrollIntoViewIfNeeded()
  await expect(slot(page, 'Scaling considerations').and(page.locator('[contenteditable=true]'))).toBeVisible()
  // The first slots are far now: all of them are left but the one with the caret.
  await expect(page.locator('[data-slot="@VERSION"] [contenteditable=true]')).toHaveCount(0)
  expect(await editors(page).count()).toBeLessThan(all * 0.75)
  await expect(summary).toBeFocused()

  await page.keyboard.type(' And on.')
  await expect(summary).toContainText('Written at the top. And on.')
  await expect(summary).toBeInViewport()
  await append(slot(page, 'Key achievements'), 'Elsewhere.')
  await page.getByRole('heading', { name: 'Scaling Considerations' }).scrollIntoViewIfNeeded()
  await expect(summary.and(page.locator('[contenteditable=true]'))).toHaveCount(0)
  await expect(summary).toContainText('Written at the top. And on.')

  await page.keyboard.press('ControlOrMeta+z')
  await expect(slot(page, 'Key achievements')).not.toContainText('Elsewhere.')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(summary).not.toContainText('And on.')
  await expect(summary).toBeFocused()
})

test('[P8] [D1] the page is read before the editor is there, what is typed meanwhile is not lost, and is not called saved', async ({
  browser,
}) => {
  const { page, release } = await openBeforeEditors(browser)
  const issues = slot(page, 'Known issues')
  await expect(issues).toContainText(/\w/)
  expect(await editors(page).count()).toBe(0)

  await issues.click()
  await expect(issues).toBeFocused()
  await page.keyboard.type(' Typed aheas')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('d.')
  await expect(saveState(page)).toHaveText('Saving…')
  release()
  await expect(issues).toContainText('Typed ahead.')
  await expect(issues).toBeFocused()
  await page.keyboard.type(' And on.')
  await expect(issues).toContainText('Typed ahead. And on.')
  await expect(saveState(page)).toHaveText('Saved')
  await page.context().close()
})

test('[P8] keys that move the caret or select before the editor is there do so when it is, and scroll nothing; the caret is then in view', async ({
  browser,
}) => {
  const { page, release } = await openBeforeEditors(browser)
  const lead = slot(page, 'Lead developer')
  const summary = slot(page, 'Implementation summary')
  await summary.click()
  await expect(summary).toBeFocused()
  const scrolled = await page.evaluate(() => window.scrollY)
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' Behind.')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('In front. ')
  // The page may still settle by a line's height; a key scrolls farther.
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - scrolled)).toBeLessThan(30)
  await lead.click()
  await expect(lead).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Somebody else')
  await page.setViewportSize({ width: 1440, height: 300 })
  await expect(lead).not.toBeInViewport()
  release()
  await expect(summary).toHaveText(/^In front\. .* Behind\.$/s)
  await expect(lead).toHaveText('Somebody else')
  await expect(lead).toBeFocused()
  await expect(lead).toBeInViewport({ ratio: 1 })
  await page.keyboard.type(' and more')
  await expect(lead).toHaveText('Somebody else and more')
  await page.context().close()
})

test('[P8] [U1] what is typed before the editor is there is helped with as if it had been', async ({ browser }) => {
  const { page, release } = await openBeforeEditors(browser)
  const contacts = slot(page, 'Support contacts')
  await contacts.click()
  await expect(contacts).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('/task')
  release()
  const blocks = page.getByRole('listbox', { name: 'Insert' })
  await expect(blocks.getByRole('option')).toHaveText(['Task list'])
  await page.keyboard.press('Enter')
  await expect(contacts.getByRole('checkbox')).toBeVisible()
  await page.context().close()
})

/** Opens the record; what it takes to write comes when it is released. */
async function openBeforeEditors(browser: Browser): Promise<{ page: Page; release: () => void }> {
  const context = await browser.newContext({ storageState: signedIn })
  const page = await context.newPage()
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/assets\/writing-.*\.js$/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto(record)
  await whenRecordOpens(page)
  return { page, release }
}

async function open(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ storageState: signedIn })
  const page = await context.newPage()
  await page.goto(record)
  await whenRecordOpens(page)
  return page
}
