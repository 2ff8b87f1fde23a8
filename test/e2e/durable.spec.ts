import { syncType } from '@colophon/protocol'
import { type Browser, expect, type Page, type Route } from '@playwright/test'
import { exported } from './markdown.js'
import { test } from './office.js'
import { ada, signIn } from './people.js'
import {
  append,
  dropFile,
  enter,
  enterEditor,
  expectSaved,
  newRecord,
  phase,
  samplePath,
  saveState,
  signoffs,
  slot,
  watchSaved,
  whenRecordOpens,
} from './record.js'
import { slowNetwork } from './slow-network.js'

const words = 'What was said to be saved is on the disk. '

test('[D1][U3] a reload keeps everything, and so does another browser', async ({ browser, page }) => {
  const id = await dropFile(page, samplePath)
  await append(slot(page, 'Known issues'), ` ${words}`)
  await phase(page, 2).getByRole('checkbox', { name: 'Task 2: done' }).click()
  await expectSaved(page)
  const before = await exported(page, id)

  await page.reload()
  await expectKept(page)
  const elsewhere = await anotherBrowser(browser, page.url())
  await expectKept(elsewhere)
  expect(await exported(elsewhere, id)).toEqual(before)
  await elsewhere.context().close()

  async function expectKept(shown: Page): Promise<void> {
    await whenRecordOpens(shown)
    await expect(slot(shown, 'Known issues')).toContainText(words.trim())
    await expect(phase(shown, 2).getByRole('checkbox', { name: 'Task 2: done' })).toBeChecked()
  }
})

for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
  test(`[D2][U3] nothing that was shown as saved is lost by a ${signal} while somebody types`, async ({
    page,
    office: { server },
  }) => {
    const id = await newRecord(page, `Ended by ${signal}`)
    const text = slot(page, 'Known issues')
    await enter(text)
    const savedText = await watchSaved(page, text)

    const typing = text.pressSequentially(words.repeat(4))
    await expect(text).toContainText(words.trim())
    await expect.poll(async () => (await savedText()).length).toBeGreaterThan(10)
    await server.end(signal)
    await typing
    await text.pressSequentially('So is this.')
    await expect(saveState(page)).toHaveText('On this device only')
    const acknowledged = (await savedText()).trim()

    await test.step('the server alone still has it', async () => {
      await page.context().setOffline(true)
      await server.start()
      expect((await exported(page, id)).toString()).toContain(acknowledged)
    })
    await test.step('what was typed meanwhile arrives', async () => {
      await page.context().setOffline(false)
      await expectSaved(page)
      expect((await exported(page, id)).toString()).toContain(`### Known Issues\n${words.repeat(4)}So is this.\n`)
    })
  })
}

test('[D6][U3] what is written offline stays on this device, says so, and arrives on return', async ({ page }) => {
  const id = await newRecord(page, 'On a train')
  await page.context().setOffline(true)
  await expect(saveState(page)).toHaveText('Offline')
  await append(slot(page, 'Known issues'), words)
  await expect(saveState(page)).toHaveText('On this device only')
  expect((await exported(page, id)).toString()).not.toContain(words.trim())

  await page.context().setOffline(false)
  await expectSaved(page)
  expect((await exported(page, id)).toString()).toContain(words.trim())
})

test('[D6] what is written while the server is away survives closing the tab', async ({
  browser,
  page: first,
  office: { server, seat },
}) => {
  const id = await newRecord(first, 'Tab closed')
  const address = first.url()
  await enterEditor(slot(first, 'Known issues'))
  await server.end('SIGKILL')
  await append(slot(first, 'Known issues'), words)
  await expect(saveState(first)).toHaveText('On this device only')
  await first.close()

  await server.start()
  const page = await seat.context.newPage()
  await page.goto(address)
  await whenRecordOpens(page)
  await expect(slot(page, 'Known issues')).toHaveText(words.trim())
  expect((await exported(page, id)).toString()).toContain(words.trim())
  const elsewhere = await anotherBrowser(browser, address)
  await expect(slot(elsewhere, 'Known issues')).toHaveText(words.trim())
  await page.close()
  await elsewhere.context().close()
})

test('[D6] [P8] what is typed before the editor’s code is there is kept, also where the server goes away meanwhile', async ({
  page,
  office: { server },
}) => {
  const code: Route[] = []
  await page.route(/assets\/writing-/, (route) => void code.push(route))
  const id = await newRecord(page, 'Typed before its time')
  const text = slot(page, 'Known issues')
  await enter(text)
  await page.keyboard.type('Early, ')
  await server.end('SIGKILL')
  await expect.poll(() => code.length).toBe(1)
  await code[0]?.abort()
  await expect(page.getByText('What it takes to write has not been fetched yet')).toBeVisible()
  await page.keyboard.type('and kept.')

  await page.unroute(/assets\/writing-/)
  await server.start()
  await expect(text).toHaveText('Early, and kept.', { timeout: 60_000 })
  await expect(text).toBeFocused()
  await expectSaved(page)
  expect((await exported(page, id)).toString()).toContain('### Known Issues\nEarly, and kept.\n')
})

test('[U3] a part of the page that was not fetched in time says that it needs the server, and comes when that is back', async ({
  page,
  office: { server },
}) => {
  await page.route(/assets\/.*ShareDialog/, (route) => route.abort())
  await newRecord(page, 'Shared later')
  // What asks for the dialog is there.
  await expect(signoffs(page)).toContainText('of 4 approved')
  await server.end('SIGKILL')
  const share = page.getByRole('button', { name: 'Share' })
  await share.click()
  await expect(page.getByText('This needs the server, which cannot be reached')).toBeVisible()
  await page.unroute(/assets\/.*ShareDialog/)
  await server.start()
  await expectSaved(page)
  await share.click()
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible()
})

test('[S6] [D9] what is typed while the page joins again arrives in order, and nothing is opened anew', async ({
  page,
  office: { server },
}) => {
  const network = await slowNetwork(page)
  await page.reload()
  const id = await newRecord(page, 'Typed through it')
  const text = slot(page, 'Known issues')
  await enterEditor(text)
  await server.end('SIGTERM')
  await page.keyboard.type('Away. ')
  network.hold()
  const before = network.sent.length
  await server.start()

  await expect.poll(() => network.sent.length, { timeout: 60_000 }).toBeGreaterThan(before)
  await expect.poll(() => network.sent.at(-1), { timeout: 60_000 }).toEqual([syncType.step1])
  const joined = network.sent.length
  await page.keyboard.type('Joining, ')
  network.release()
  await page.keyboard.type('joined.')
  await expectSaved(page)

  await expect(text).toHaveText('Away. Joining, joined.')
  await expect(text).toBeFocused()
  expect((await exported(page, id)).toString()).toContain('### Known Issues\nAway. Joining, joined.\n')
  expect(network.sent).toHaveLength(joined)
  expect(network.sent.at(-1)?.slice(0, 2)).toEqual([syncType.step1, syncType.step2])
})

/** Signs Ada in at a browser that has never seen the record. */
async function anotherBrowser(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext()
  const elsewhere = await context.newPage()
  await elsewhere.goto(address)
  await signIn(elsewhere, ada)
  await whenRecordOpens(elsewhere)
  return elsewhere
}
