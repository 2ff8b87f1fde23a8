import { expect, type Locator, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { exported } from './markdown.js'
import { ada, grace, type Seat, setUpTwo } from './people.js'
import { enter, expectSaved, follow, newRecord, phase, slot } from './record.js'
import { openWide } from './tour.js'

let server: RunningServer
let seats: readonly [Seat, Seat]

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  seats = await setUpTwo(browser, server)
})
test.afterAll(() => server.stop())

/** A fresh record, open at Ada's. */
async function freshRecord(): Promise<{ page: Page; id: string }> {
  const [{ page }] = seats
  await page.goto(server.url)
  return { page, id: await newRecord(page, test.info().title.slice(0, 40)) }
}

const help = (page: Page, label: string) => page.getByRole('toolbar', { name: `Help with ${label}` })
const nextEmpty = (page: Page) => page.getByRole('button', { name: /^Next empty slot/ })

/** Puts the caret into a slot and waits for what helps with it. */
async function enterWithHelp(page: Page, text: Locator, label: string): Promise<void> {
  await enter(text)
  await expect(help(page, label)).toBeVisible()
}

test('[U6] what is known is offered and taken with a key, what is typed is never in its way, and the file has plain text', async () => {
  const { page, id } = await freshRecord()
  const keys = page.keyboard

  await enterWithHelp(page, slot(page, 'Start date'), 'Start date')
  await expect(help(page, 'Start date').getByRole('button', { name: /^Today, \d{4}-\d\d-\d\d/ })).toBeVisible()
  await keys.type('2026-09-01')
  await expect(slot(page, 'Start date')).toBeFocused()
  await expect(slot(page, 'Start date')).toHaveText('2026-09-01')

  await enterWithHelp(page, slot(page, 'Completion date').nth(1), 'Completion date')
  await keys.type('2026-10-29')
  await keys.press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog', { name: 'Day for Completion date' })
  await expect(calendar.getByRole('button', { name: /29 October 2026, selected/ })).toBeFocused()
  await keys.press('Escape')
  await expect(calendar).toBeHidden()
  await expect(slot(page, 'Completion date').nth(1)).toBeFocused()
  await keys.press('Alt+ArrowDown')
  await expect(calendar.getByRole('button', { name: /29 October 2026, selected/ })).toBeFocused()
  await keys.press('ArrowRight')
  await keys.press('Enter')
  await expect(slot(page, 'Completion date')).toHaveText(['2026-10-30', '2026-10-30'])
  await expect(slot(page, 'Completion date').nth(1)).toBeFocused()

  await keys.press('Tab')
  await expect(help(page, 'Total duration')).toContainText('8.5 weeks, from 2026-09-01 to 2026-10-30')
  await expect(slot(page, 'Total duration')).not.toContainText('weeks')
  await keys.press('Alt+Enter')
  await expect(slot(page, 'Total duration')).toHaveText('8.5 weeks')

  await keys.press('Tab')
  await keys.type('hop')
  await expect(help(page, 'Lead developer').getByRole('button', { name: grace.name })).toBeVisible()
  await keys.press('Alt+Enter')
  await expect(slot(page, 'Lead developer')).toHaveText(grace.name)
  await keys.press('Tab')
  await keys.type('Somebody, ')
  await help(page, 'Team members')
    .getByRole('button', { name: `Me, ${ada.name}` })
    .click()
  await keys.type(' and others')
  await expect(slot(page, 'Team members')).toHaveText(`Somebody, ${ada.name} and others`)

  await enterWithHelp(page, slot(page, 'Implementation summary'), 'Implementation summary')
  await help(page, 'Implementation summary').getByRole('button', { name: 'Not applicable…' }).click()
  await keys.insertText('nothing was built.')
  await expect(slot(page, 'Implementation summary')).toHaveText('Not applicable, because nothing was built.')
  await keys.press('ControlOrMeta+z')
  await keys.press('ControlOrMeta+z')
  await expect(slot(page, 'Implementation summary')).not.toContainText('Not applicable')
  await keys.press('ControlOrMeta+Shift+z')
  await keys.press('ControlOrMeta+Shift+z')

  await expectSaved(page)
  const file = (await exported(page, id)).toString()
  for (const line of [
    '**Implementation Period**: 2026-09-01 to 2026-10-30',
    '**Total Duration**: 8.5 weeks',
    `**Lead Developer**: ${grace.name}`,
    `**Team Members**: Somebody, ${ada.name} and others`,
    'Not applicable, because nothing was built.',
  ]) {
    expect(file.split('\n')).toContain(line)
  }
})

test('[U6] a text that does not look like its kind brings a word about it, and a link can be opened', async () => {
  const { page } = await freshRecord()
  await enterWithHelp(page, slot(page, 'Total duration'), 'Total duration')
  await page.keyboard.type('long')
  await expect(help(page, 'Total duration')).toContainText('A duration, such as 6 weeks')
  await page.keyboard.type(', about 6 weeks')
  await expect(help(page, 'Total duration')).toBeHidden()

  const link = slot(page, 'External issue link').first()
  await enterWithHelp(page, link, 'External issue link')
  await page.keyboard.type('the wiki')
  await expect(help(page, 'External issue link')).toContainText('Not a link yet')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('https://example.org/issues/7')
  const open = help(page, 'External issue link').getByRole('link', { name: 'Open the link' })
  await expect(open).toHaveAttribute('href', 'https://example.org/issues/7')
  await expect(open).toHaveAttribute('rel', 'noopener noreferrer')

  const status = slot(phase(page, 2), 'Phase status')
  await enterWithHelp(page, status, 'Phase status')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(help(page, 'Phase status').getByRole('button', { name: 'In progress' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(status).toHaveText('In progress')
  await expect(status).toBeFocused()
})

test('[U2] [U6] F8 leads to the next empty slot from the text, its help, its calendar and the bar, and Tab goes on', async () => {
  const { page } = await freshRecord()
  const keys = page.keyboard
  await expect(nextEmpty(page)).toHaveAccessibleName('Next empty slot, 129 to fill')
  await keys.press('F8')
  await expect(slot(page, 'Version')).toBeFocused()
  await keys.type('1.0')
  await expect(nextEmpty(page)).toHaveAccessibleName('Next empty slot, 128 to fill')
  await keys.press('F8')
  await expect(slot(page, 'Completion date').first()).toBeFocused()
  await keys.press('Alt+ArrowDown')
  await expect(page.getByRole('dialog', { name: 'Day for Completion date' })).toBeVisible()
  await keys.press('F8')
  await expect(slot(page, 'Feature tag')).toBeFocused()
  await expect(page.getByRole('dialog', { name: 'Day for Completion date' })).toBeHidden()

  await expect(help(page, 'Feature tag')).toBeVisible()
  await keys.press('Alt+ArrowDown')
  await expect(help(page, 'Feature tag').getByRole('button', { name: 'Not applicable…' })).toBeFocused()
  await keys.press('Escape')
  await expect(slot(page, 'Feature tag')).toBeFocused()
  await keys.press('Alt+ArrowDown')
  await keys.press('Tab')
  await expect(slot(page, 'Feature context link').first()).toBeFocused()
  await keys.press('Shift+Tab')
  await expect(slot(page, 'Feature tag')).toBeFocused()

  await nextEmpty(page).click()
  await expect(slot(page, 'Feature context link').first()).toBeFocused()
  await keys.press('Shift+F8')
  await keys.press('Shift+F8')
  await expect(slot(page, 'Completion date').first()).toBeFocused()
  await keys.press('Shift+F8')
  await expect(slot(page, 'Support doc link').last()).toBeFocused()
  await keys.press('F8')
  await expect(slot(page, 'Completion date').first()).toBeFocused()
})

test('[U6] [G3] a section and a slot are given to somebody, who walks their own alone, and the file and its fingerprint stay', async () => {
  const { page: adas, id } = await freshRecord()
  const [, { page: graces }] = seats
  await follow(adas, graces)
  const before = await fingerprintOf(adas, id)

  const heading = adas.getByRole('heading', { name: 'Unit Testing' })
  await heading.hover()
  await heading.getByLabel('Assign this section').click()
  await adas.getByRole('menuitem', { name: grace.name }).click()
  await expect(adas.getByText(`${grace.name} has 4 slots to fill.`)).toBeVisible()
  await enterWithHelp(adas, slot(adas, 'Lead developer'), 'Lead developer')
  await help(adas, 'Lead developer').getByRole('button', { name: 'Assign' }).click()
  await adas.getByRole('menuitem', { name: grace.name }).click()
  await expect(slot(adas, 'Lead developer')).toBeFocused()
  await expect(adas.getByRole('article').getByRole('img', { name: `For ${grace.name}` })).toHaveCount(5)

  const mine = graces.getByRole('button', { name: /^Mine \d/ })
  await expect(mine).toHaveAccessibleName('Mine 5 to fill')
  await expect(graces.getByRole('article').getByRole('img', { name: 'For you' })).toHaveCount(5)
  await mine.click()
  await graces.keyboard.press('F8')
  await expect(slot(graces, 'Lead developer')).toBeFocused()
  await graces.keyboard.insertText(grace.name)
  await graces.keyboard.press('Tab')
  await expect(slot(graces, 'Unit test results')).toBeFocused()
  await expect(mine).toHaveAccessibleName('Mine 4 to fill')
  await expect(graces.getByRole('article').getByRole('img', { name: 'For you' })).toHaveCount(4)
  await mine.click()
  await graces.keyboard.press('Shift+Tab')
  await expect(slot(graces, 'Unit test results')).not.toBeFocused()

  await graces.keyboard.press('ControlOrMeta+z')
  await expect(slot(graces, 'Lead developer')).not.toContainText(grace.name)
  await expectSaved(graces)
  expect(await fingerprintOf(adas, id)).toEqual(before)
  await adas.getByRole('button', { name: 'Undo' }).first().click()
  await adas.getByRole('button', { name: 'Undo' }).first().click()
  await expect(mine).toBeHidden()
})

test('[U1] [U6] on a phone a finger opens the calendar, gives a slot away and goes on to the next', async ({
  browser,
}) => {
  const { page: adas } = await freshRecord()
  const context = await openWide(browser, 375, await seats[0].context.storageState())
  const page = await context.newPage()
  await page.goto(adas.url())
  await expectSaved(page)
  await slot(page, 'Start date').tap()
  const opener = help(page, 'Start date').getByRole('button', { name: 'Choose a day' })
  await expect(opener).toBeVisible()
  for (const button of await help(page, 'Start date').getByRole('button').all()) {
    const box = await button.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
  }
  await opener.tap()
  const calendar = page.getByRole('dialog', { name: 'Day for Start date' })
  await calendar.getByRole('button', { name: /^Today, / }).tap()
  await expect(slot(page, 'Start date')).toHaveText(/^\d{4}-\d\d-\d\d$/)
  await help(page, 'Start date').getByRole('button', { name: 'Assign' }).tap()
  await page.getByRole('menuitemradio', { name: /Implementation Record \(130\)/ }).tap()
  await page.getByRole('menuitem', { name: `Me, ${ada.name}` }).tap()
  await expect(page.getByRole('button', { name: 'Mine 128 to fill' })).toBeVisible()
  await nextEmpty(page).tap()
  await expect(slot(page, 'Completion date').nth(1)).toBeFocused()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await context.close()
})

async function fingerprintOf(page: Page, id: string): Promise<unknown> {
  return (await page.request.get(`${server.url}/api/v1/records/${id}/fingerprint`)).json()
}
