import { expect, type Page } from '@playwright/test'
import { breakFrames, breakNext } from './frames.js'
import { offerOf } from './offer.js'
import { append, enter, saveState, slot, whenRecordOpens } from './record.js'
import { showsHeading } from './shows.js'
import type { Screen } from './tour.js'

/** A record and its export when something is amiss. Its owner's screens. */
export function screensOfStates(url: string, record: string): Screen[] {
  const onPaper = (page: Page) => page.emulateMedia({ media: 'print' })
  return [
    {
      name: 'state-offline',
      address: record,
      once: true,
      async show(page) {
        await whenRecordOpens(page)
        await enter(slot(page, 'Team members'))
        await page.context().setOffline(true)
        await page.keyboard.type('Ada')
        await expect(saveState(page)).toHaveText('On this device only')
      },
      leave: async (page) => {
        await page.context().setOffline(false)
        await whenRecordOpens(page)
      },
    },
    {
      name: 'state-share-many',
      address: record,
      once: true,
      width: 1440,
      async show(page) {
        await whenRecordOpens(page)
        await page.getByRole('button', { name: 'Share', exact: true }).click()
        await expect(page.getByRole('dialog', { name: 'Share this record' }).getByText('Radia Perlman')).toBeAttached()
      },
    },
    {
      name: 'state-somebody-left',
      address: `${url}/settings`,
      once: true,
      async show(page) {
        await page.getByText('Grace Murray').scrollIntoViewIfNeeded()
      },
    },
    {
      name: 'state-error',
      address: url,
      once: true,
      async show(page) {
        await page.route('**/api/v1/records/*', (route) => route.fulfill({ status: 403, json: {} }))
        await page.goto(record)
        await expect(page.getByRole('heading', { name: 'This part of the page has stopped' })).toBeVisible()
      },
      leave: (page) => page.unrouteAll({ behavior: 'wait' }),
    },
    {
      name: 'state-export-failed',
      address: url,
      once: true,
      async show(page) {
        await page.route('**/markdown?*', (route) => route.fulfill({ status: 500, json: {} }))
        await page.goto(`${record}/export`)
        await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 })
      },
      leave: (page) => page.unrouteAll({ behavior: 'wait' }),
    },
    {
      name: 'record-print',
      address: record,
      seen: true,
      width: 1440,
      async show(page) {
        await whenRecordOpens(page)
        await onPaper(page)
      },
    },
    {
      name: 'export-print',
      address: `${record}/export`,
      seen: true,
      width: 1440,
      async show(page) {
        await showsHeading('Implementation Summary')(page)
        await onPaper(page)
      },
    },
    // The last, because a tab keeps what is put into it.
    {
      name: 'state-refused',
      address: url,
      once: true,
      async show(page) {
        await page.addInitScript(breakFrames)
        await page.goto(record)
        await whenRecordOpens(page)
        await breakNext(page, 'once')
        await append(slot(page, 'Lead developer'), 'Ada')
        await expect(offerOf(page, 'The server did not take something you wrote')).toBeVisible()
      },
    },
    {
      name: 'state-unsaved',
      address: url,
      once: true,
      async show(page) {
        await page.addInitScript(() => {
          indexedDB.open = () => {
            throw new DOMException('This browser keeps nothing.', 'SecurityError')
          }
        })
        await page.goto(record)
        await whenRecordOpens(page)
        await page.context().setOffline(true)
        await append(slot(page, 'Total duration'), '2 weeks')
        await expect(saveState(page)).toHaveText(/^Not saved/)
      },
      leave: (page) => page.context().setOffline(false),
    },
  ]
}

/** What somebody sees who may only read. */
export function screensOfReader(record: string): Screen[] {
  return [
    {
      name: 'state-read-only',
      address: record,
      once: true,
      async show(page) {
        await expect(saveState(page)).toHaveText('Read only')
      },
    },
  ]
}
