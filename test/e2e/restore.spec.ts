import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { exported } from './markdown.js'
import { offerOf, textsIn } from './offer.js'
import { setUp, setUpTwo } from './people.js'
import {
  append,
  approve,
  askToSign,
  expectSaved,
  follow,
  newRecord,
  phase,
  signoffs,
  slot,
  whenRecordOpens,
} from './record.js'
import { themes, widths } from './tour.js'

const kept = 'Said before the backup.'
const lost = ' And since then: **restart** the collector first.'
const pictures = fileURLToPath(new URL('../artefacts/restore', import.meta.url))

let server: RunningServer

test.beforeEach(async () => {
  server = await startServer()
})
test.afterEach(() => server.stop())

test('[D8] what was written after the backup is not in the record that was put back, and is offered to who wrote it', async ({
  browser,
}) => {
  // The server is stopped and started several times, and each time the pages take a while to ask again.
  test.setTimeout(480_000)
  const [{ page: ada }, { page: grace, context: graces }] = await setUpTwo(browser, server)
  const id = await newRecord(ada, 'Put back')
  await append(slot(ada, 'Known issues'), kept)
  await expectSaved(ada)

  await test.step('a backup is taken while the server is stopped', async () => {
    await server.end('SIGTERM')
    await copyRecord(id, server.dataDir, join(server.dataDir, 'backup'))
    await server.start()
    await expectSaved(ada)
  })
  await test.step('both go on writing; one closes the page', async () => {
    await follow(ada, grace)
    await append(slot(ada, 'Known issues'), lost)
    await append(slot(phase(ada, 2), 'Phase decisions'), 'Keep it short.')
    await append(slot(grace, 'Lead developer'), 'Grace Hopper')
    await Promise.all([ada, grace].map(expectSaved))
    await whenKept(grace)
    await grace.close()
  })
  await test.step('the backup is put back', async () => {
    await server.end('SIGTERM')
    await copyRecord(id, join(server.dataDir, 'backup'), server.dataDir)
    await server.start()
  })
  await test.step('the open page shows what there is now, and offers what its person had written', async () => {
    await expect(offer(ada)).toBeVisible({ timeout: 60_000 })
    expect(await textsIn(offer(ada))).toEqual([
      ['Known issues', `${kept}${lost.replaceAll('*', '')}`],
      ['Phase 2 › Phase decisions', 'Keep it short.'],
    ])
    await ada.keyboard.press('Escape')
    await expect(offer(ada)).toBeHidden()
    await expect(slot(ada, 'Known issues')).toHaveText(kept)
    await expectSaved(ada)
    expect((await exported(ada, id)).toString()).not.toContain('collector')
  })
  await test.step('the offer outlives a reload, looks right and is accessible', async () => {
    await ada.reload()
    await whenRecordOpens(ada)
    await ada.getByRole('button', { name: 'Show it' }).click()
    await expect(offer(ada)).toBeVisible()
    await expectSound(ada)
  })
  await test.step('what is worth keeping is copied', async () => {
    await ada.setViewportSize({ width: 1440, height: 900 })
    await ada.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await offer(ada).getByRole('listitem').filter({ hasText: 'Phase 2' }).getByRole('button', { name: 'Copy' }).click()
    await expect(offer(ada).getByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await ada.evaluate(() => navigator.clipboard.readText())).toBe('Keep it short.')
  })
  await test.step('dismissed, it is gone, and so is the old copy', async () => {
    const before = await databases(ada)
    await offer(ada).getByRole('button', { name: 'Dismiss' }).click()
    await expect(offer(ada)).toBeHidden()
    await expect.poll(() => databases(ada)).toHaveLength(before.length - 1)
    await ada.reload()
    await whenRecordOpens(ada)
    await expect(ada.getByRole('button', { name: 'Show it' })).toHaveCount(0)
  })
  await test.step('the record is written in again, by who comes back later as well', async () => {
    await append(slot(ada, 'Known issues'), ' Said after it.')
    await expectSaved(ada)
    const returned = await graces.newPage()
    await returned.goto(ada.url())
    await expect(offer(returned)).toBeVisible()
    expect(await textsIn(offer(returned))).toEqual([['Lead developer', 'Grace Hopper']])
    await offer(returned).getByRole('button', { name: 'Dismiss' }).click()
    await expect(offer(returned)).toBeHidden()
    await append(slot(returned, 'Known issues'), ' By both.')
    await expect(slot(ada, 'Known issues')).toHaveText(`${kept} Said after it. By both.`)
    await expectSaved(returned)
    await expectNothingLost(graces, ada.url())
    expect((await exported(ada, id)).toString()).not.toContain('Grace Hopper')
  })
})

test('[D8] [G2] with the whole folder put back, sign-offs are those of the backup, and the open page shows them', async ({
  browser,
}) => {
  test.setTimeout(480_000)
  const backup = `${server.dataDir}-backup`
  const { page, person } = await setUp(browser, server)
  await newRecord(page, 'All put back')
  await append(slot(page, 'Known issues'), kept)
  await expectSaved(page)
  await replaceFolder(server.dataDir, backup)

  await append(slot(page, 'Known issues'), lost)
  await expectSaved(page)
  await askToSign(page, 'DevOps', person.name)
  await approve(page, person.name, 'DevOps')
  await expect(signoffs(page)).toContainText('1 of 4 approved')
  await replaceFolder(backup, server.dataDir)
  await rm(backup, { recursive: true })

  await expect(offer(page)).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('Escape')
  await expect(offer(page)).toBeHidden()
  await expect(slot(page, 'Known issues')).toHaveText(kept)
  await expect(signoffs(page)).toContainText('0 of 4 approved')
})

const offer = (page: Page) => offerOf(page, 'This record was put back from a backup')

/** A page that is opened once more is offered nothing. */
async function expectNothingLost(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(address)
  await whenRecordOpens(page)
  await expect(page.getByRole('button', { name: 'Show it' })).toHaveCount(0)
  await page.close()
}

/** Copies a folder of data while the server is stopped. */
async function replaceFolder(from: string, to: string): Promise<void> {
  await server.end('SIGTERM')
  await rm(to, { recursive: true, force: true })
  await cp(from, to, { recursive: true })
  await server.start()
}

/** Both files of one record; a journal is there only where something was written since the snapshot. */
async function copyRecord(id: string, from: string, to: string): Promise<void> {
  for (const ending of ['json', 'journal']) {
    const name = join('records', `${id}.${ending}`)
    await rm(join(to, name), { force: true })
    await cp(join(from, name), join(to, name), { recursive: true }).catch(unlessMissing)
  }
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}

/** Waits until what this browser keeps is written: "Saved" is said of the server. A question waits for the writing before it. */
const whenKept = (page: Page) =>
  page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      const opening = indexedDB.open(name)
      await new Promise((resolve) => opening.addEventListener('success', resolve))
      const database = opening.result
      if (database.objectStoreNames.contains('updates')) {
        const reading = database.transaction(['updates'], 'readonly')
        reading.objectStore('updates').count()
        await new Promise((resolve) => reading.addEventListener('complete', resolve))
      }
      database.close()
    }
  })

const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== undefined))

async function expectSound(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 375 ? 812 : 900 })
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.screenshot({ path: `${pictures}/offer-${width}-${theme}.png` })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  }
}
