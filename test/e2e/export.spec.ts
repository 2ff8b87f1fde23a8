import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { holdBack } from './held.js'
import { contentBehind } from './looks.js'
import { type Seat, setUpTwo } from './people.js'
import { append, expectSaved, importFile, newRecord, samplePath, slot, whenRecordOpens } from './record.js'

let server: RunningServer
let adas: Seat
let graces: Seat
/** The address of a filled record. */
let record: string

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  const seats = await setUpTwo(browser, server)
  adas = seats[0]
  graces = seats[1]
  await importFile(adas.page, samplePath)
  record = adas.page.url()
})
test.afterAll(() => server.stop())

test('[U4] a choice that is on its way says so, and what is given out is what is shown', async () => {
  const { page } = adas
  await page.goto(`${record}/export`)
  const raw = page.getByRole('region', { name: 'Markdown' }).locator('pre')
  const file = page.locator('[aria-busy]', { has: raw })
  await expect(raw).toContainText('{{DEVOPS_SIGNOFF}}')
  const download = page.getByRole('button', { name: 'Download' })

  await test.step('until the answer is there, nothing is given out', async () => {
    const answer = await holdBack(page, '**/markdown?unfilled=na*')
    await page.getByRole('radio', { name: 'Print N/A' }).check()
    await expect(page.getByText('Preparing the file…')).toBeVisible()
    await expect(file).toHaveAttribute('aria-busy', 'true')
    for (const name of ['Copy', 'Print', 'Download']) {
      await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-disabled', 'true')
    }
    await answer()
    await expect(file).toHaveAttribute('aria-busy', 'false')
    await expect(raw).not.toContainText('{{DEVOPS_SIGNOFF}}')
  })

  await test.step('what changed since it was shown is shown with it', async () => {
    // The page does not hear of the change by itself.
    await page.route('**/markdown?*', (route) => route.abort())
    await graces.page.goto(record)
    await whenRecordOpens(graces.page)
    await append(slot(graces.page, 'Known issues'), ' Ask Grace.')
    await expectSaved(graces.page)
    const downloading = page.waitForEvent('download')
    await download.click()
    const given = await downloading
    expect(given.suggestedFilename()).toBe('per-tenant-fair-rate-limits.md')
    const text = await readFile(await given.path(), 'utf8')
    expect(text).toContain('Ask Grace.')
    await expect(page.getByText('The record changed a moment before')).toBeVisible()
    expect(await raw.textContent()).toBe(text)
    await page.unrouteAll({ behavior: 'wait' })
  })
})

test('[U4] an empty sign-off in the list of what is empty leads to its box in the record', async () => {
  const { page } = adas
  await page.goto(`${record}/export`)
  await page.getByRole('listitem').getByRole('link', { name: 'DevOps' }).click()
  await whenRecordOpens(page)
  const box = page.getByRole('article').getByRole('checkbox', { name: 'Nobody is asked to sign yet' }).last()
  await expect(box).toBeFocused()
  await expect(box).toBeInViewport()
})

test('[U4] on a phone the two sides are tabs, what is empty leads to its slot, and the file given out is the one shown', async () => {
  const { page } = adas
  await page.setViewportSize({ width: 375, height: 812 })
  await page.goto(server.url)
  await newRecord(page, 'In the hand')
  await append(slot(page, 'Known issues'), 'None.')
  await expectSaved(page)
  await page.getByRole('link', { name: 'Preview and export' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Preview' })).toContainText('None.')
  await page.getByRole('radio', { name: 'Print N/A' }).check()
  await page.getByRole('tab', { name: 'Markdown' }).click()
  const raw = page.getByRole('tabpanel', { name: 'Markdown' }).locator('pre')
  await expect(raw).toContainText('**Total Duration**: N/A')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  expect(await readFile(await (await downloading).path(), 'utf8')).toBe(await raw.textContent())

  await page.getByRole('listitem').getByRole('link', { name: 'Total duration' }).click()
  await whenRecordOpens(page)
  await expect(slot(page, 'Total duration')).toBeFocused()
  await expect(slot(page, 'Total duration')).toBeInViewport()
  await page.setViewportSize({ width: 1440, height: 900 })
})

test('[U4] on paper stand the record, its ticks and who signed, and nothing of the screen', async () => {
  const { page } = adas
  await page.goto(record)
  await whenRecordOpens(page)
  await page.emulateMedia({ media: 'print' })
  const words = page.getByRole('article').locator('[data-words]')
  await expect(words).toHaveCount(4)
  expect(await contentBehind(words.last())).toBe('"Not signed"')
  expect(await contentBehind(words.nth(2))).toContain('qa-3 (2026-10-31)')
  await expect(page.getByRole('article').getByText('Nobody is asked to sign yet').first()).toBeHidden()
  for (const shown of await page.getByRole('button').all()) await expect(shown).toBeHidden()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'This record' })).toHaveCount(0)
  await page.goto(`${record}/export`)
  const preview = page.getByRole('article')
  await expect(preview.getByRole('heading', { name: 'Implementation Summary' })).toBeVisible()
  expect(await contentBehind(preview.getByRole('link', { name: 'GATE-1187' }).first())).toContain('/browse/GATE-1187')
  await expect(page.getByRole('region', { name: 'Markdown' })).toHaveCount(0)
  await page.emulateMedia({ media: null })
})
