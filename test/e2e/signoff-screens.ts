import { expect, type Locator, type Page } from '@playwright/test'
import { signoffs, whenRecordOpens } from './record.js'
import { showsHeading } from './shows.js'
import type { Signed } from './signed.js'
import { ask } from './states.js'
import { isPhone, type Screen } from './tour.js'

/** The sign-offs of records, and every dialog about them. */
export function screensOfSignoffs(url: string, { mixed, completed }: Omit<Signed, 'mate'>): Screen[] {
  const dialog = (name: string, press: string, title: string | RegExp): Screen => ({
    name,
    address: mixed,
    async show(page) {
      await (await openSignoffs(page)).getByRole('button', { name: press }).first().click()
      await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    },
  })
  const fromMenu = (name: string, label: string, item: string, title: string): Screen => ({
    name,
    address: mixed,
    async show(page) {
      await (await openSignoffs(page)).getByRole('button', { name: `More about ${label}` }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    },
  })
  return [
    { name: 'records-waiting', address: url, show: showsHeading(/^Waiting for my sign-off/) },
    { name: 'records-none-waiting', address: `${url}/?waiting=true&q=nothing`, show: showsHeading(/^Nothing waits/) },
    { name: 'signoffs', address: mixed, show: async (page) => void (await openSignoffs(page)) },
    {
      name: 'signoffs-in-text',
      address: mixed,
      seen: true,
      async show(page) {
        await whenRecordOpens(page)
        await page.getByRole('article').getByText('Stakeholder Sign-off').scrollIntoViewIfNeeded()
        await expect(page.getByRole('article').getByText('approved an earlier text')).toBeVisible()
      },
    },
    {
      name: 'signoffs-log',
      address: mixed,
      async show(page) {
        const panel = await openSignoffs(page)
        await panel.getByText('What has been done').click()
        await expect(panel.getByText('made this record')).toBeVisible()
      },
    },
    {
      name: 'signoffs-changes',
      address: mixed,
      async show(page) {
        await (await openSignoffs(page)).getByRole('button', { name: /since/ }).first().click()
        await expect(page.getByRole('dialog', { name: /^Changed since/ }).locator('ins')).toBeVisible()
      },
    },
    fromMenu('signoffs-approve', 'QA Lead', 'Approve with', 'Approve as QA Lead'),
    fromMenu('signoffs-decline', 'QA Lead', 'Decline', 'Decline as QA Lead'),
    fromMenu('signoffs-assign', 'QA Lead', 'Choose who', 'Who signs as QA Lead'),
    dialog('signoffs-complete', 'Complete…', 'Complete the record'),
    {
      name: 'signoffs-share',
      address: mixed,
      async show(page) {
        await whenRecordOpens(page)
        if (isPhone(page)) await (await openSignoffs(page)).getByRole('button', { name: 'Share…' }).click()
        else await page.getByRole('button', { name: 'Share', exact: true }).click()
        await expect(page.getByRole('dialog', { name: 'Share this record' })).toBeVisible()
      },
    },
    {
      name: 'signoffs-completed',
      address: completed,
      async show(page) {
        await expect(page.getByText('This record is completed.').first()).toBeVisible()
        await openSignoffs(page)
      },
    },
    {
      name: 'signoffs-password',
      address: url,
      async show(page) {
        await ask(page, `${url}/api/v1/workspace`, 'patch', { passwordToSign: true })
        await page.goto(mixed)
        const panel = await openSignoffs(page)
        await panel.getByRole('checkbox', { name: /^I, .* as QA Lead$/ }).click()
        await expect(page.getByRole('dialog', { name: 'Your password, once more' })).toBeVisible()
      },
      leave: async (page) => void (await ask(page, `${url}/api/v1/workspace`, 'patch', { passwordToSign: false })),
    },
    { name: 'signoffs-export', address: `${mixed}/export`, show: showsHeading('Implementation Summary') },
  ]
}

/** The sign-offs, beside the document or in their drawer. */
async function openSignoffs(page: Page): Promise<Locator> {
  await expect(page.getByRole('region', { name: 'This record' }).getByRole('status')).toHaveText(/Saved|Read only/)
  const isDrawer = isPhone(page)
  if (isDrawer) await page.getByRole('button', { name: 'Show the sign-offs' }).click()
  const panel = isDrawer ? page.getByRole('dialog', { name: 'Sign-offs' }) : signoffs(page)
  await expect(panel.getByText('An approval here is evidence')).toBeVisible()
  return panel
}
