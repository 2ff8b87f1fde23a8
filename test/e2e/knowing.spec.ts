import { expect, type Locator, type Page, test, type WebSocketRoute } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { setUpTwo } from './people.js'
import { append, expectSaved, follow, newRecord, phase, rewrite, slot, whenRecordOpens } from './record.js'

let server: RunningServer
let adas: Page
let graces: Page

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  const [ada, grace] = await setUpTwo(browser, server)
  adas = ada.page
  graces = grace.page
})
test.afterAll(() => server.stop())

test.beforeEach(async () => {
  await adas.setViewportSize({ width: 1440, height: 900 })
  await adas.goto(server.url)
  await newRecord(adas, test.info().title.slice(0, 60))
})

/** A part of the panel beside the record. */
const part = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'checks' }).getByRole('region', { name, exact: true })

/** Opens a part, which is one line until then. */
const open = (within: Locator) => within.getByRole('heading').click()

/** Opens the record anew, as it is so many minutes later. */
async function comeBack(page: Page, minutes: number): Promise<void> {
  const address = page.url()
  await page.goto('about:blank')
  await page.clock.setSystemTime(Date.now() + minutes * 60_000)
  await page.goto(address)
  await whenRecordOpens(page)
}

test('[U8] what contradicts itself is pointed out beside the record and in the outline, and goes when it is mended', async () => {
  const checks = part(adas, 'Checks')
  await expect(checks).toContainText('Nothing to look at')
  await append(slot(adas, 'Issues found'), '4')
  await append(slot(adas, 'Issues resolved'), '5')
  await expect(checks).toContainText('1 to look at')
  await open(checks)
  await expect(checks.getByRole('listitem')).toHaveText(/Issues resolved \(5\) is more than Issues found \(4\)\./)
  const outline = adas.getByRole('navigation', { name: 'Outline' })
  await expect(
    outline.getByRole('link', { name: /Code Review Results.*1 thing to look at.*2 of 4 filled/ }),
  ).toBeVisible()
  await checks.getByRole('button', { name: 'Issues found' }).click()
  await expect(slot(adas, 'Issues found')).toBeFocused()
  await adas.keyboard.type('2')
  await expect(checks).toContainText('Nothing to look at')
  await expect(outline.getByRole('img', { name: 'thing to look at' })).toBeHidden()
})

test('[U8] what others did while one was away is listed once, by place and by whom, until it is dismissed', async () => {
  await expect(part(adas, 'Checks')).toContainText('Nothing to look at')
  await expect(part(adas, 'Since you were here')).toBeHidden()
  await append(slot(adas, 'Team members'), 'Ada')
  await expectSaved(adas)
  // What one has seen is kept when the page has rested or is left, and again when it comes back.
  await adas.reload()
  await expect(part(adas, 'Since you were here')).toContainText('Nothing new')
  const address = adas.url()
  await adas.goto('about:blank')
  await graces.goto(address)
  await whenRecordOpens(graces)
  await append(slot(graces, 'Lead developer'), 'Grace')
  await rewrite(slot(graces, 'Team members'), 'Ada and Grace')
  await expectSaved(graces)

  await adas.goto(address)
  await comeBack(adas, 60)
  const news = part(adas, 'Since you were here')
  await expect(news).toContainText('2 changes')
  await open(news)
  await expect(news.getByRole('listitem')).toHaveText([
    /Lead developer.*Filled in by Grace Hopper/,
    /Team members.*Changed by Grace/,
  ])
  await news.getByText('Show the words').last().click()
  await expect(news.getByRole('insertion')).toContainText('and Grace')
  await news.getByRole('button', { name: 'Lead developer' }).click()
  await expect(slot(adas, 'Lead developer')).toBeFocused()

  // A reload ends no visit.
  await adas.reload()
  await expect(news).toContainText('2 changes')
  await open(news)
  await news.getByRole('button', { name: 'Seen' }).click()
  await expect(news).toBeFocused()
  await expect(news).toContainText('Nothing new')
  await adas.reload()
  await expect(news).toContainText('Nothing new')
})

test('[U8] somebody can be followed through the record until one goes one’s own way', async () => {
  await follow(adas, graces)
  await append(slot(graces, 'Known issues'), 'None')
  await adas.getByRole('button', { name: 'Follow Grace Hopper, who is in Known Issues' }).click()
  const strip = adas.getByRole('region', { name: 'Following' })
  await expect(strip).toHaveText(/Following Grace Hopper in Known issues/)
  await expect(slot(adas, 'Known issues')).toBeInViewport()
  await append(slot(phase(graces, 1), 'Phase name'), 'Core')
  await expect(slot(phase(adas, 1), 'Phase name')).toBeInViewport()
  await expect(strip).toContainText('in Phase name')
  await expect(adas.getByText('Grace Hopper is in Phase name.')).toBeAttached()
  await adas.keyboard.press('Escape')
  await expect(strip).toBeHidden()

  await adas.getByRole('list', { name: 'Here now' }).getByRole('button', { name: 'Follow Grace Hopper' }).click()
  await expect(strip).toBeVisible()
  await adas.mouse.move(700, 400)
  await adas.mouse.wheel(0, 200)
  await expect(strip).toBeHidden()
  await expect(adas.getByText('No longer following Grace Hopper.')).toBeAttached()
})

test('[U8] on a phone all of it is in the drawer, and a way from there leads to the slot', async () => {
  await adas.setViewportSize({ width: 375, height: 812 })
  await append(slot(adas, 'Start date'), '2026-02-30')
  await adas.getByRole('button', { name: 'something is new' }).click()
  const drawer = adas.getByRole('dialog', { name: 'checks' })
  await open(drawer.getByRole('region', { name: 'Checks' }))
  await expect(drawer).toContainText('Start date says 2026-02-30, a day the calendar does not have.')
  await drawer.getByRole('button', { name: 'Start date' }).click()
  await expect(drawer).toBeHidden()
  await expect(slot(adas, 'Start date')).toBeFocused()
})

test('[U3] while the line is down the page says when it tries again, and tries at once when it is asked to', async () => {
  let isDown = false
  let attempts = 0
  const lines: WebSocketRoute[] = []
  await adas.routeWebSocket(/\/sync\//, async (line) => {
    attempts += 1
    if (isDown) return line.close({ code: 1013 })
    line.connectToServer()
    lines.push(line)
  })
  await adas.reload()
  await whenRecordOpens(adas)
  isDown = true
  for (const line of lines) await line.close({ code: 1012 })
  const bar = adas.getByRole('region', { name: 'This record' })
  await expect(bar).toContainText(/Next try in \d+ s/)
  const before = attempts
  await bar.getByRole('button', { name: 'Try now' }).click()
  await expect.poll(() => attempts).toBeGreaterThan(before)
  isDown = false
  await expectSaved(adas)
  await expect(bar.getByRole('button', { name: 'Try now' })).toBeHidden()
})
