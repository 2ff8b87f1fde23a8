import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { directionOf, movingParts, sideOf } from './looks.js'
import { type Seat, setUpTwo } from './people.js'
import {
  changePhase,
  enter,
  expectSaved,
  importFile,
  newRecord,
  phase,
  rewrite,
  samplePath,
  saveState,
  slot,
  whenRecordOpens,
} from './record.js'
import { ask } from './states.js'
import { openWide } from './tour.js'

const pictures = fileURLToPath(new URL('../artefacts/screens', import.meta.url))

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

test('[U1][U2] text from right to left stands on its own side, and Tab goes on in the order of the page', async () => {
  const { page } = adas
  await page.goto(record)
  await whenRecordOpens(page)
  const lead = slot(page, 'Lead developer')
  await rewrite(lead, 'غريس هوبر (GH)')
  expect(await directionOf(lead)).toBe('rtl')
  await lead.press('Tab')
  await expect(slot(page, 'Team members')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(lead).toBeFocused()

  const issues = slot(page, 'Known issues')
  await rewrite(issues, 'لا شيء معروف')
  await issues.press('Enter')
  await issues.pressSequentially('Only this one.')
  await issues.press('Enter')
  await issues.pressSequentially('- בעיה אחת')
  const blocks = issues.locator('p')
  await expect(blocks).toHaveText(['لا شيء معروف', 'Only this one.', 'בעיה אחת'])
  expect(await Promise.all((await blocks.all()).map(sideOf))).toEqual(['right', 'left', 'right'])
  expect(await directionOf(issues.getByRole('listitem'))).toBe('rtl')
  await expectSaved(page)

  await page.goto(`${record}/export`)
  const preview = page.getByRole('region', { name: 'Preview' })
  expect(await sideOf(preview.getByText('لا شيء معروف'))).toBe('right')
  expect(await directionOf(preview.getByRole('listitem').filter({ hasText: 'בעיה אחת' }))).toBe('rtl')
  expect(await sideOf(preview.getByText('Only this one.'))).toBe('left')
})

test('[U1] when somebody removes what one is in, the focus goes to what is next to it', async () => {
  const [mine, theirs] = [graces.page, adas.page]
  for (const page of [mine, theirs]) {
    await page.goto(record)
    await whenRecordOpens(page)
  }
  await test.step('while one writes', async () => {
    await enter(slot(phase(mine, 1), 'Phase decisions'))
    await changePhase(theirs, 1, 'Remove')
    await expect(mine.getByText('The part you were writing in was removed')).toBeVisible()
    await expect(phase(mine, 1)).toBeFocused()
    await expect(phase(mine, 1)).toContainText('Roll-out')
    await mine.keyboard.press('Tab')
    await expect(phase(mine, 1).locator(':focus')).toHaveCount(1)
  })
  await theirs.getByRole('button', { name: 'Undo', exact: true }).first().click()
  await expect(phase(mine, 2)).toBeVisible()

  await test.step('while its menu is open', async () => {
    await mine.getByRole('button', { name: 'Phase 1: options' }).press('Enter')
    await expect(mine.getByRole('menuitem', { name: 'Move down' })).toBeFocused()
    await changePhase(theirs, 1, 'Remove')
    await expect(mine.getByRole('menu')).toBeHidden()
    await expect(phase(mine, 1)).toBeFocused()
  })

  await test.step('and when one removes it oneself', async () => {
    await theirs.getByRole('button', { name: 'Undo', exact: true }).first().click()
    await expect(phase(theirs, 2)).toBeVisible()
    await theirs.getByRole('button', { name: 'Phase 1: options' }).press('Enter')
    await theirs.getByRole('menuitem', { name: 'Remove' }).press('Enter')
    await expect(phase(theirs, 1)).toBeFocused()
    await expect(phase(theirs, 1)).toContainText('Roll-out')
    await theirs.getByRole('button', { name: 'Undo', exact: true }).first().click()
    await expect(phase(theirs, 2)).toBeVisible()
  })
})

/** As the owner, says what everybody else may do with the record. */
const share = (everyone: 'viewer' | 'editor') =>
  ask(adas.page, `${record.replace('/records/', '/api/v1/records/')}/sharing`, 'patch', { everyone })

test('[U1] when a record may only be read any more, the focus stays at the slot one was writing in', async () => {
  const { page } = graces
  await page.goto(record)
  await whenRecordOpens(page)
  await enter(slot(page, 'Known issues'))
  const place = page.locator('[data-slot]', { has: page.locator(':focus') })
  const path = await place.getAttribute('data-slot')
  await share('viewer')
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.locator(`[data-slot="${path}"]`)).toBeFocused()
  await share('editor')
  await expect(slot(page, 'Known issues')).toBeVisible()
})

test('[U1][U3] with the keyboard of a phone open, the line one writes in is in view, and so is what one needs', async ({
  browser,
}) => {
  const context = await openWide(browser, 375, await adas.context.storageState())
  const page = await context.newPage()
  await page.goto(record)
  await whenRecordOpens(page)
  const text = slot(page, 'Known issues')
  await enter(text)
  await page.setViewportSize({ width: 375, height: 330 })

  const bar = page.getByRole('region', { name: 'This record' })
  const caret = () =>
    page.evaluate(() => {
      const { top, bottom } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect(0, -1, 0, 0)
      return { top, bottom }
    })
  const barEnd = async () => {
    const box = await bar.boundingBox()
    return (box?.y ?? 0) + (box?.height ?? 0)
  }
  await expect.poll(async () => (await caret()).bottom).toBeLessThan(330)
  expect((await caret()).top).toBeGreaterThan(await barEnd())
  await expect(saveState(page)).toBeInViewport({ ratio: 1 })
  // A third of what is left would be too much.
  expect(await barEnd()).toBeLessThan(60)

  await text.pressSequentially(' More.')
  for (let line = 0; line < 6; line += 1) await text.press('Enter')
  await text.pressSequentially('The last line.')
  expect((await caret()).bottom).toBeLessThan(330)
  expect((await caret()).top).toBeGreaterThan(await barEnd())

  await text.press('Shift+Home')
  const toolbar = page.getByRole('toolbar', { name: 'Format' })
  await expect(toolbar).toBeInViewport({ ratio: 1 })
  await toolbar.getByRole('button', { name: 'Bold' }).tap()
  await expect(text.locator('strong')).toHaveText('The last line.')
  await expectSaved(page)
  await context.close()
})

test('[U1] who wants no motion gets none, and who needs strong colours sees where they are', async ({ browser }) => {
  const context = await openWide(browser, 1440, await adas.context.storageState())
  const page = await context.newPage()
  await page.goto(record)
  await whenRecordOpens(page)
  await page.getByRole('button', { name: 'Phase 1: options' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Share this record' })).toBeVisible()
  expect(await movingParts(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.emulateMedia({ forcedColors: 'active' })
  const text = slot(page, 'Lead developer')
  await enter(text)
  expect(await text.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  const tick = phase(page, 1).getByRole('checkbox', { name: 'Task 1: done' })
  const [ground, mark] = await tick.evaluate((box) =>
    [box, box.nextElementSibling ?? box].map(
      (part, i) => getComputedStyle(part)[i === 0 ? 'backgroundColor' : 'color'],
    ),
  )
  expect(mark).not.toBe(ground)
  await page.screenshot({ path: `${pictures}/record-forced-colours.png` })
  await context.close()
})

test('[U1] a screen reader is told what each slot and tick is called, and what is in it', async () => {
  const { page } = adas
  await page.goto(server.url)
  await newRecord(page, 'Names for the ear')
  await expect(phase(page, 1)).toMatchAriaSnapshot(`
    - region "Phase 1":
      - 'button "Phase 1: options"'
      - heading /^Phase 1:/ [level=3]:
        - text: "Phase 1:"
        - textbox "Phase name, empty"
        - 'checkbox "Phase 1: done" [checked]'
      - paragraph:
        - strong: Duration
        - textbox "Phase duration, empty"
        - textbox "Phase planned, empty"
        - strong: Status
        - textbox "Phase status, empty"
      - heading "Tasks Completed" [level=4]
      - list:
        - listitem:
          - 'button "Task 1: options"'
          - paragraph:
            - 'checkbox "Task 1: done" [checked]'
            - textbox "Task, empty"
            - textbox "Task date, empty"
            - textbox "Task duration, empty"
        - listitem:
          - 'button "Task 2: options"'
        - listitem:
          - 'button "Task 3: options"'
        - listitem:
          - button "Add task"
  `)
  await rewrite(slot(phase(page, 1), 'Phase name'), 'Design')
  await expectSaved(page)
  await expect(phase(page, 1).getByRole('textbox', { name: 'Phase name', exact: true })).toHaveText('Design')
})
