import type { Browser, Page } from '@playwright/test'
import type { RunningServer } from '../server.js'
import { grace, invite, join, type Seat } from './people.js'
import { append, approve, askToSign, expectSaved, follow, newRecord, signoffs, slot } from './record.js'
import type { StorageState } from './tour.js'

/** Records in which people have decided. */
export interface Signed {
  /** One approval of an earlier text, one objection, one that waits, one that nobody is asked for. */
  readonly mixed: string
  readonly completed: string
  /** What makes a browser that of the other person. */
  readonly mate: StorageState
}

/** Fills an empty workspace with a record in the middle of its sign-offs, and with one that is completed. */
export async function fillWithSigned(browser: Browser, server: RunningServer, { page, person }: Seat): Promise<Signed> {
  const { page: graces, context: mates } = await join(browser, await invite(page))
  await newRecord(page, 'Webhook retries')
  const mixed = page.url()
  await append(slot(page, 'Known issues'), 'None that we know of.')
  await expectSaved(page)
  await askToSign(page, 'Product Manager', person.name)
  await askToSign(page, 'Technical Lead', grace.name)
  await askToSign(page, 'QA Lead', person.name, grace.name)
  await approve(page, person.name, 'Product Manager')
  await follow(page, graces)
  await append(slot(graces, 'Known issues'), ' But one: retries of a closed account.')
  await expectSaved(graces)
  await decline(graces, 'Technical Lead', 'The rollback plan is missing.')
  await page.goto(server.url)
  await newRecord(page, 'Audit export')
  const completed = page.url()
  for (const label of ['Product Manager', 'Technical Lead', 'QA Lead', 'DevOps']) await makeOptional(page, label)
  await signoffs(page).getByRole('button', { name: 'Complete…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Complete the record' })
  await dialog.getByLabel('Name of the version').fill('For release 2.4')
  await dialog.getByRole('button', { name: 'Complete', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.goto(server.url)
  return { mixed, completed, mate: await mates.storageState() }
}

async function decline(page: Page, label: string, reason: string): Promise<void> {
  await signoffs(page)
    .getByRole('button', { name: `More about ${label}` })
    .click()
  await page.getByRole('menuitem', { name: 'Decline…' }).click()
  const dialog = page.getByRole('dialog', { name: `Decline as ${label}` })
  await dialog.getByLabel('Reason').fill(reason)
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await page.getByText(`You declined as ${label}`).waitFor()
}

async function makeOptional(page: Page, label: string): Promise<void> {
  await signoffs(page)
    .getByRole('button', { name: `More about ${label}` })
    .click()
  await page.getByRole('menuitem', { name: 'Choose who signs' }).click()
  const dialog = page.getByRole('dialog', { name: `Who signs as ${label}` })
  await dialog.getByRole('checkbox', { name: 'can be completed only with this approval' }).uncheck()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
