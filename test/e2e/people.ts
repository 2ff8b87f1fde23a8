import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import type { RunningServer } from '../server.js'

export interface Person {
  readonly name: string
  readonly email: string
  readonly password: string
}

export const ada: Person = { name: 'Ada Lovelace', email: 'ada@example.org', password: 'the engine weaves algebra' }
export const grace: Person = { name: 'Grace Hopper', email: 'grace@example.org', password: 'a moth in relay seventy' }

/** Somebody at a browser of their own. */
export interface Seat {
  readonly person: Person
  readonly context: BrowserContext
  readonly page: Page
}

type ContextOptions = Parameters<Browser['newContext']>[0]

/** Opens the link that the first start printed, names the workspace, and goes in as its admin. */
export async function setUp(browser: Browser, server: RunningServer, options?: ContextOptions): Promise<Seat> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(server.setupLink)
  await page.getByLabel('Name of the workspace').fill('Analytical Engines')
  await fillAccount(page, ada)
  await page.getByRole('button', { name: 'Set up and go in' }).click()
  await expect(page.getByRole('heading', { name: 'Records', exact: true })).toBeVisible()
  return { person: ada, context, page }
}

/** Makes an invitation link on the settings page, and goes back to where it was. */
export async function invite(page: Page): Promise<string> {
  const here = page.url()
  await page.getByRole('link', { name: 'People and settings' }).click()
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
  await dialog.getByRole('button', { name: 'Make an invitation link' }).click()
  const link = await dialog.getByLabel('Invitation link').inputValue()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.goBack()
  await page.waitForURL(here)
  return link
}

/** Opens an invitation link in a second browser and makes an account of it. */
export async function join(browser: Browser, link: string, person = grace, options?: ContextOptions): Promise<Seat> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(link)
  await fillAccount(page, person)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByRole('heading', { name: 'Records', exact: true })).toBeVisible()
  return { person, context, page }
}

/** Two people of one workspace, each in a browser of their own. */
export async function setUpTwo(browser: Browser, server: RunningServer): Promise<readonly [Seat, Seat]> {
  const first = await setUp(browser, server)
  return [first, await join(browser, await invite(first.page))]
}

/** Fills the form of the sign-in page, which must be open, and sends it. */
export async function signIn(page: Page, { email, password }: Pick<Person, 'email' | 'password'>): Promise<void> {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function fillAccount(page: Page, { name, email, password }: Person): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
}
