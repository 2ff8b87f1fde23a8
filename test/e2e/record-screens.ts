import { expect, type Page } from '@playwright/test'
import { caretOf, enter, expectSaved, phase, rewrite, signoffs, slot, whenRecordOpens } from './record.js'
import { showsDialog, showsHeading, showsMenu } from './shows.js'
import { isPhone, type Screen } from './tour.js'

/** A record, filled and empty, and its export. @param mate - somebody who is writing in the record's known issues. */
export function screensOfRecord(record: string, empty: string, mate: string): Screen[] {
  const opens = async (page: Page) => {
    await whenRecordOpens(page)
    if (!isPhone(page)) await expect(signoffs(page)).toContainText('of 4 approved')
  }
  return [
    { name: 'record', address: record, show: opens },
    { name: 'record-empty', address: empty, show: opens },
    {
      name: 'record-together',
      address: record,
      async show(page) {
        await whenRecordOpens(page)
        await enter(slot(page, 'Known issues'))
        await expect(caretOf(page, mate)).toBeVisible()
      },
    },
    {
      name: 'record-writing',
      address: empty,
      async show(page) {
        await whenRecordOpens(page)
        await rewrite(slot(page, 'Known issues'), '/')
        await expect(page.getByRole('listbox', { name: 'Insert' })).toBeVisible()
      },
    },
    {
      name: 'record-table',
      address: record,
      async show(page) {
        await whenRecordOpens(page)
        await page.getByRole('article').getByRole('cell').first().click()
        await expect(page.getByRole('toolbar', { name: 'Format' })).toBeVisible()
      },
    },
    {
      name: 'record-find',
      address: record,
      async show(page) {
        await whenRecordOpens(page)
        await page.keyboard.press('ControlOrMeta+f')
        await page.getByRole('searchbox', { name: 'Find in this record' }).fill('rate')
        await expect(page.getByRole('search').getByRole('status')).toContainText('1 of')
      },
    },
    {
      name: 'record-phase-menu',
      address: record,
      async show(page) {
        await whenRecordOpens(page)
        await enter(slot(phase(page, 2), 'Phase decisions'))
        await showsMenu('Phase 2: options')(page)
      },
    },
    {
      name: 'record-signoffs',
      address: record,
      seen: true,
      async show(page) {
        await whenRecordOpens(page)
        await page.getByRole('article').getByText('Stakeholder Sign-off').scrollIntoViewIfNeeded()
      },
    },
    {
      name: 'record-fill',
      address: empty,
      async show(page) {
        await whenRecordOpens(page)
        await enter(slot(page, 'Start date'))
        await expect(page.getByRole('toolbar', { name: 'Help with Start date' })).toBeVisible()
      },
    },
    {
      name: 'record-calendar',
      address: empty,
      async show(page) {
        await whenRecordOpens(page)
        await enter(slot(page, 'Start date'))
        await page.getByRole('button', { name: 'Choose a day' }).click()
        await expect(page.getByRole('dialog', { name: 'Day for Start date' })).toBeVisible()
      },
    },
    {
      name: 'record-following',
      address: record,
      async show(page) {
        await whenRecordOpens(page)
        await page
          .getByRole('list', { name: 'Here now' })
          .getByRole('button', { name: `Follow ${mate}` })
          .click()
        await expect(page.getByRole('region', { name: 'Following' })).toBeVisible()
      },
    },
    {
      name: 'record-checks',
      address: empty,
      async show(page) {
        await whenRecordOpens(page)
        await rewrite(slot(page, 'Issues found'), '4')
        await rewrite(slot(page, 'Issues resolved'), '5')
        await rewrite(slot(page, 'Start date'), '2026-02-30')
        await expectSaved(page)
        if (isPhone(page)) await showsDialog('Show the sign-offs', 'Sign-offs')(page)
        const checks = page.getByRole('region', { name: 'Checks', exact: true })
        await expect(checks).toContainText('2 to look at')
        await checks.getByRole('heading').click()
      },
    },
    {
      name: 'record-mine',
      address: empty,
      async show(page) {
        await whenRecordOpens(page)
        await enter(slot(page, 'Unit test coverage'))
        await page.getByRole('button', { name: 'Assign', exact: true }).click()
        await page.getByRole('menuitemradio', { name: /^Unit Testing/ }).click()
        await page.getByRole('menuitem', { name: /^Me, / }).click()
        await page.getByRole('button', { name: /^Mine \d/ }).click()
        await expect(page.getByRole('article').getByRole('img', { name: 'For you' }).first()).toBeVisible()
      },
    },
    { name: 'record-outline', address: record, width: 375, show: showsDialog('Show the outline', 'Outline') },
    { name: 'record-panel', address: record, width: 375, show: showsDialog('Show the sign-offs', 'Sign-offs') },
    { name: 'export', address: `${record}/export`, show: showsHeading('Implementation Summary') },
    { name: 'export-empty', address: `${empty}/export?unfilled=na`, show: showsHeading(/slots are still empty/) },
    {
      name: 'export-markdown',
      address: `${record}/export`,
      width: 375,
      show: (page) => page.getByRole('tab', { name: 'Markdown' }).click(),
    },
  ]
}
