import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { ada, grace, join, type Person, type Seat, setUp, signIn } from './people.js'
import { append, expectSaved, follow, newRecord, saveState, slot, whenRecordOpens } from './record.js'

let server: RunningServer
let seat: Seat
let page: Page

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  seat = await setUp(browser, server)
})
test.afterAll(() => server.stop())

test.beforeEach(async () => {
  page = await seat.context.newPage()
  await page.goto(server.url)
})
test.afterEach(() => page.close())

const edsger: Person = { name: 'Edsger Dijkstra', email: 'edsger@example.org', password: 'considered not harmful' }

test('[A2] [U1] an admin invites, gives another role and shuts out, and whoever has a record open feels it at once', async ({
  browser,
}) => {
  await openSettings(page)
  const invitations = section(page, 'Invitations')
  const mate = await join(browser, await inviteAs('Member', '30 days'))
  await page.goto(server.url)
  await newRecord(page, 'Open for a while')
  await follow(page, mate.page)
  await append(slot(mate.page, 'Known issues'), 'By a member.')
  await expectSaved(mate.page)

  await openSettings(page)
  await choose(grace.name, 'menuitemradio', 'Viewer')
  await expect(page.getByText(`${grace.name} is a viewer now.`)).toBeVisible()
  await expect(saveState(mate.page)).toHaveText('Read only')
  await expect(slot(mate.page, 'Known issues')).toBeHidden()
  await choose(grace.name, 'menuitemradio', 'Member')
  await append(slot(mate.page, 'Known issues'), ' And again.')
  await expectSaved(mate.page)

  await choose(grace.name, 'menuitem', 'Deactivate…')
  const dialog = page.getByRole('dialog', { name: `Deactivate ${grace.name}?` })
  await dialog.getByRole('button', { name: 'Deactivate' }).click()
  await expect(dialog).toBeHidden()
  await expect(row('People', grace.name)).toContainText('Deactivated')
  await expect(mate.page.getByRole('heading', { name: /^Sign in/ })).toBeVisible()
  await signIn(mate.page, grace)
  await expect(mate.page.getByRole('alert')).toContainText('Your account was deactivated')
  await choose(grace.name, 'menuitem', 'Let in again')
  await expect(row('People', grace.name)).toContainText('Member')
  await signIn(mate.page, grace)
  await whenRecordOpens(mate.page)
  await mate.context.close()

  const link = await inviteAs('Viewer', '1 day')
  await expect(invitations.getByText('For a viewer')).toBeVisible()
  await invitations.getByRole('button', { name: /^Withdraw: For a viewer, by Ada Lovelace/ }).click()
  await expect(invitations.getByText('No link is waiting')).toBeVisible()
  const late = await stranger(browser)
  await late.goto(link)
  await expect(late.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()
  await late.context().close()
})

test('[A2] [U5] the only admin stays one, and is told why', async () => {
  await openSettings(page)
  await choose(ada.name, 'menuitemradio', 'Member')
  await expect(page.getByRole('alert')).toContainText('Make somebody else an admin first')
  await expect(row('People', ada.name)).toContainText('Admin')
})

test('[A3] a token is shown once, works for a script, and stops when it is revoked; all of it by keyboard', async () => {
  await openSettings(page)
  const tokens = section(page, 'API tokens')
  await tokens.getByRole('button', { name: 'New token' }).press('Enter')
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type('Build server')
  await page.getByRole('radio', { name: 'Read', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('button', { name: 'Make the token' }).press('Enter')
  const made = page.getByRole('dialog', { name: 'Your new token' })
  const secret = await made.getByLabel('Token', { exact: true }).inputValue()
  expect(secret).toMatch(/^colophon_/)
  await made.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(tokens.getByText('Build server', { exact: true })).toBeVisible()
  expect(await page.content()).not.toContain(secret)

  const asScript = () =>
    fetch(`${server.url}/api/v1/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'By a script' }),
    })
  expect((await asScript()).status).toBe(201)
  await tokens.getByRole('button', { name: 'Revoke Build server' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Revoke Build server?' })
  await dialog.getByRole('button', { name: 'Revoke' }).press('Enter')
  await expect(tokens.getByText('There are no tokens.')).toBeVisible()
  expect((await asScript()).status).toBe(401)
})

test('the workspace has another name at once, and somebody who is no admin sees the settings and cannot change them', async ({
  browser,
}) => {
  await openSettings(page)
  const workspace = section(page, 'Workspace')
  await workspace.getByLabel('Name of the workspace').fill('Difference Engines')
  await workspace.getByRole('checkbox').check()
  await workspace.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('link', { name: /^Difference Engines/ })).toBeVisible()
  await expect(page).toHaveTitle('Settings · Difference Engines')
  const reader = await join(browser, await inviteAs('Viewer', '7 days'), edsger)
  await openSettings(reader.page)
  await expect(section(reader.page, 'Workspace')).toContainText('enters their password again')
  await expect(reader.page.getByLabel('Name of the workspace')).toBeHidden()
  await expect(reader.page.getByRole('region', { name: 'Invitations' })).toBeHidden()
  await expect(reader.page.getByRole('button', { name: /^More about/ })).toBeHidden()
  expect((await new AxeBuilder({ page: reader.page }).analyze()).violations).toEqual([])
  await reader.context.close()
})

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'People and settings' }).click()
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible()
}

const section = (page: Page, name: string): Locator => page.getByRole('region', { name })

const row = (name: string, text: string): Locator => section(page, name).getByRole('listitem').filter({ hasText: text })

/** Chooses something from somebody's menu. */
async function choose(name: string, role: 'menuitem' | 'menuitemradio', choice: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByRole(role, { name: choice }).click()
  // A choice of a role leaves the menu open, for the next.
  if (role === 'menuitemradio') await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
}

/** @returns the link. */
async function inviteAs(role: string, period: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
  await dialog.getByText(role, { exact: true }).click()
  await dialog.getByText(period, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Make an invitation link' }).click()
  const link = await dialog.getByLabel('Invitation link').inputValue()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return link
}

async function stranger(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}
