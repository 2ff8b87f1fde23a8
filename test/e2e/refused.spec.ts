import { expect, type Page } from '@playwright/test'
import { breakFrames, breakNext, watchCloses } from './frames.js'
import { exported } from './markdown.js'
import { offerOf, textsIn } from './offer.js'
import { test } from './office.js'
import { append, enter, expectSaved, newRecord, phase, saveState, slot, whenRecordOpens } from './record.js'

const before = 'Said before.'
const after = ' Said after it.'

test.beforeEach(async ({ page }) => {
  await page.addInitScript(breakFrames)
  await page.reload()
})

test('[D9] [U5] a text that is too large to save is offered to copy, and the page goes on saving', async ({ page }) => {
  test.setTimeout(300_000)
  const closes = watchCloses(page)
  const id = await newRecord(page, 'Too large')
  const text = slot(page, 'Known issues')
  await append(text, before)
  await expectSaved(page)

  await enter(text)
  await paste(page, line, lines)
  const offer = offerOf(page, 'Something you wrote was too large to save')
  await expect(offer).toBeVisible({ timeout: 120_000 })
  expect(closes).toContain(1009)
  await test.step('all of it is offered', async () => {
    const [[label = '', offered = ''] = []] = await textsIn(offer)
    expect(label).toBe('Known issues')
    expect(offered.startsWith(before)).toBe(true)
    expect(offered.split(line.trim())).toHaveLength(lines + 1)
  })
  await test.step('all of it can be copied', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await offer.getByRole('button', { name: 'Copy' }).click()
    await expect(offer.getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await page.evaluate(async () => (await navigator.clipboard.readText()).length)).toBeGreaterThan(4_000_000)
  })
  await goesOn(page, id)
})

test('[D9] what the server refuses is offered to who wrote it, now and after a reload, and is not sent again', async ({
  page,
}) => {
  const closes = watchCloses(page)
  const id = await newRecord(page, 'Refused once')
  await append(slot(page, 'Known issues'), before)
  await expectSaved(page)

  await breakNext(page, 'once')
  await append(slot(page, 'Lead developer'), 'Ada')
  const offer = offerOf(page, 'The server did not take something you wrote')
  await expect(offer).toBeVisible()
  expect(closes).toContain(1008)
  const [[label = '', offered = ''] = []] = await textsIn(offer)
  expect(label).toBe('Lead developer')
  expect(offered).toMatch(/^A/)

  await page.keyboard.press('Escape')
  await page.reload()
  await whenRecordOpens(page)
  await page.getByRole('button', { name: 'Show it' }).click()
  expect(await textsIn(offer)).toEqual([[label, offered]])
  await goesOn(page, id)
  await offerIsOver()

  async function offerIsOver(): Promise<void> {
    await page.getByRole('button', { name: 'Show it' }).click()
    await offer.getByRole('button', { name: 'Dismiss' }).click()
    await expect(offer).toBeHidden()
    await page.reload()
    await whenRecordOpens(page)
    await expect(page.getByRole('button', { name: 'Show it' })).toHaveCount(0)
  }
})

test('[D9] a tick that the server refuses is no text to copy: the page says that it may be as it was before', async ({
  page,
}) => {
  await newRecord(page, 'A tick refused')
  await append(slot(page, 'Known issues'), before)
  await expectSaved(page)
  const tick = phase(page, 2).getByRole('checkbox', { name: 'Task 2: done' })
  const wasChecked = await tick.isChecked()
  await breakNext(page, 'once')
  await tick.click()
  await expect(page.getByText('a tick or the order of items may be as it was before')).toBeVisible()
  await expect(tick).toBeChecked({ checked: wasChecked })
  await tick.click()
  await expectSaved(page)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.reload()
  await whenRecordOpens(page)
  await expect(tick).toBeChecked({ checked: !wasChecked })
})

test('[D6] [D9] a second tab goes on when the copy it shares is set aside and dismissed, and says what is kept', async ({
  page,
}) => {
  const id = await newRecord(page, 'In two tabs')
  await append(slot(page, 'Known issues'), before)
  await expectSaved(page)
  const second = await page.context().newPage()
  await second.goto(page.url())
  await whenRecordOpens(second)

  await breakNext(page, 'once')
  await append(slot(page, 'Lead developer'), 'Ada')
  await page.getByRole('dialog').getByRole('button', { name: 'Dismiss' }).click()
  await expect(second.getByText('This browser does not keep a copy on this device')).toBeVisible()
  await append(slot(second, 'Known issues'), after)
  await expectSaved(second)
  expect((await exported(second, id)).toString()).toContain(`${before}${after}\n`)
  await second.reload()
  await whenRecordOpens(second)
  await expect(second.getByText('This browser does not keep a copy on this device')).toBeHidden()
  await second.close()
})

test('[D9] [U3] a page that is refused again with nothing of its own only listens, says so, and loses nothing', async ({
  page,
}) => {
  const closes = watchCloses(page)
  const id = await newRecord(page, 'Refused for ever')
  await append(slot(page, 'Known issues'), before)
  await expectSaved(page)

  await breakNext(page, 'always')
  await append(slot(page, 'Lead developer'), 'Ada')
  await expect(page.getByRole('alert')).toContainText('sends nothing more')
  const offer = offerOf(page, 'The server did not take something you wrote')
  await expect(offer).toBeVisible()
  const [[, offered = ''] = []] = await textsIn(offer)
  expect(offered).toMatch(/^A/)
  await page.keyboard.press('Escape')
  await expect(offer).toBeHidden()
  await test.step('it shows the record, live, and sends nothing more', async () => {
    await expect(saveState(page)).toHaveText('Read only')
    await expect(slot(page, 'Known issues')).toBeHidden()
    await expect(page.getByRole('article')).toContainText(before)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await whenRecordOpens(other)
    await append(slot(phase(other, 2), 'Phase decisions'), 'Keep it short.')
    await expectSaved(other)
    await other.close()
    await expect(page.getByRole('article')).toContainText('Keep it short.')
    expect(closes).toEqual([1008, 1008])
  })
  await test.step('loaded again, by a page that sends what it should, it goes on', async () => {
    await breakNext(page, 'never')
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await whenRecordOpens(page)
    await page.getByRole('button', { name: 'Show it' }).click()
    expect(await textsIn(offer)).toEqual([['Lead developer', offered]])
    await goesOn(page, id)
  })
})

test('[D9] [S6] a copy with a hole in it, which no exchange can mend, is set aside, and the page goes on saving', async ({
  page: first,
}) => {
  const context = first.context()
  const id = await newRecord(first, 'A copy with a hole')
  await append(slot(first, 'Known issues'), before)
  await expectSaved(first)
  const address = first.url()
  await context.setOffline(true)
  await append(slot(first, 'Lead developer'), 'Ada')
  await expect(saveState(first)).toHaveText('On this device only')
  await forgetLastButOne(first, id)
  await first.close()
  await context.setOffline(false)

  const page = await context.newPage()
  let connections = 0
  await page.routeWebSocket(/\/sync\//, async (socket) => {
    connections += 1
    // Before the server is asked for anything, so that what is sent is the whole of the copy.
    if (connections === 1) await expect(slot(page, 'Lead developer')).toHaveText('A')
    socket.connectToServer()
  })
  await page.goto(address)
  // It cannot be taken without what is missing: the page asks three times more, and begins anew.
  const offer = offerOf(page, 'The server did not take something you wrote')
  await expect(offer).toBeVisible({ timeout: 60_000 })
  expect(await textsIn(offer)).toEqual([['Lead developer', 'A']])
  await goesOn(page, id)
  expect(connections).toBe(5)
  await page.close()
})

const line = 'A line of a log that somebody pasted whole into a record, as one does. '
const lines = Math.ceil(4_200_000 / line.length)

/** The record is as the server has it, and is written in again. */
async function goesOn(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(slot(page, 'Known issues')).toHaveText(before)
  await append(slot(page, 'Known issues'), after)
  await expectSaved(page)
  const markdown = (await exported(page, id)).toString()
  expect(markdown).toContain(`${before}${after}\n`)
  expect(markdown).toContain('{{LEAD_DEVELOPER}}')
}

/** Pastes, where the caret is, a text of so many times the same words. */
function paste(shown: Page, words: string, times: number): Promise<void> {
  return shown.evaluate(
    ([repeated, count]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', repeated.repeat(count))
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    },
    [words, times] as const,
  )
}

/** Takes the last change but one out of the copy on the device, as a broken disk might. */
function forgetLastButOne(shown: Page, id: string): Promise<void> {
  return shown.evaluate(async (recordId) => {
    const [copy] = (await indexedDB.databases()).filter(({ name }) => name?.endsWith(recordId))
    const opening = indexedDB.open(copy?.name ?? '')
    await new Promise((resolve) => opening.addEventListener('success', resolve))
    const updates = opening.result.transaction('updates', 'readwrite').objectStore('updates')
    const keys = updates.getAllKeys()
    await new Promise((resolve) => keys.addEventListener('success', resolve))
    const deletion = updates.delete(keys.result.at(-2) ?? '')
    await new Promise((resolve) => deletion.addEventListener('success', resolve))
    opening.result.close()
  }, id)
}
