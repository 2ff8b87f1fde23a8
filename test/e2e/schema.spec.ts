import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { setUpTwo } from './people.js'
import { append, expectSaved, follow, newRecord, saveState, slot } from './record.js'

const words = 'Written by a page of today.'

let server: RunningServer

test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.stop())

test('[S5] [U3] a page of an older version loads itself again, reads until it is replaced, and then writes', async ({
  browser,
}) => {
  const [{ page }, { page: grace }] = await setUpTwo(browser, server)
  await page.addInitScript(nameAnOlderSchema)
  await newRecord(page, 'Two versions')
  await append(slot(page, 'Known issues'), words)
  await expectSaved(page)

  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  await page.evaluate(() => sessionStorage.setItem('test.older', 'yes'))
  await page.reload()
  const reload = page.getByRole('button', { name: 'Reload the page' })
  await test.step('it has loaded itself again once, in vain: the page is still the old one', async () => {
    await expect.poll(() => loads).toBe(2)
    await expect(reload).toBeVisible()
    await expect(saveState(page)).toHaveText('Read only')
    await expect(page.getByText('Until the page is loaded again you may read here')).toBeVisible()
  })
  await test.step('it can be read and not written in', async () => {
    await expect(text(page)).toContainText(words)
    await expect(slot(page, 'Known issues')).toBeHidden()
  })
  await test.step('what it hears does not reach its copy, from which the next page would send it on', async () => {
    const kept = await updatesKept(page)
    await follow(page, grace)
    await append(slot(grace, 'Lead developer'), 'Grace Hopper')
    await expect(text(page)).toContainText('Grace Hopper')
    expect(await updatesKept(page)).toBe(kept)
  })
  await test.step('the page of the server’s own version writes', async () => {
    await page.evaluate(() => sessionStorage.removeItem('test.older'))
    await reload.click()
    await expectSaved(page)
    await append(slot(page, 'Known issues'), ' And tomorrow.')
    await expectSaved(page)
    await expect(text(page)).toContainText(`${words} And tomorrow.`)
  })
})

const text = (page: Page) => page.getByRole('article')

/** How many updates the browser keeps of the record that is open. */
function updatesKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const recordId = location.pathname.split('/').at(-1) ?? ''
    const copy = (await indexedDB.databases()).find(({ name }) => name?.endsWith(recordId))
    const opening = indexedDB.open(copy?.name ?? '')
    await new Promise((resolve, reject) => {
      opening.onsuccess = resolve
      opening.onerror = reject
    })
    const counting = opening.result.transaction('updates').objectStore('updates').count()
    await new Promise((resolve, reject) => {
      counting.onsuccess = resolve
      counting.onerror = reject
    })
    opening.result.close()
    return counting.result
  })
}

/** Runs in the page: while the tab says so, its sockets name the schema before the present one. */
function nameAnOlderSchema(): void {
  window.WebSocket = class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      const isOlder = sessionStorage.getItem('test.older') === 'yes'
      super(isOlder ? String(address).replace(/\bschema=\d+/, 'schema=0') : address, protocols)
    }
  }
}
