import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { caretOf, enter, phase, slot, whenRecordOpens } from './record.js'

export const widths = [1440, 375] as const
export const themes = ['light', 'dark'] as const

/** How wide a screen is looked at, px. */
export type Width = (typeof widths)[number]
export type Theme = (typeof themes)[number]

/** What makes a browser somebody's: their session's cookie. */
export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** A browser as wide as a desk's or a phone's. */
export function openWide(browser: Browser, width: Width, signedIn?: StorageState): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: width === 375 ? 812 : 900 },
    hasTouch: width === 375,
    // A screen in the middle of a fade is no screen.
    reducedMotion: 'reduce',
    ...(signedIn === undefined ? {} : { storageState: signedIn }),
  })
}

/** One screen of the product: its name, its address, and how it comes to stand there finished. */
export interface Screen {
  readonly name: string
  readonly address: string
  readonly show: (page: Page) => Promise<void>
  /** Where it is shown in only one width. */
  readonly width?: Width
}

/** Goes through screens one by one, each in both themes. */
export async function tour(
  context: BrowserContext,
  width: Width,
  screens: readonly Screen[],
  visit: (page: Page, screen: string, theme: Theme) => Promise<void>,
): Promise<void> {
  const page = await context.newPage()
  for (const screen of screens) {
    if (screen.width !== undefined && screen.width !== width) continue
    // By way of nothing: two addresses that differ in the fragment alone would be one document.
    await page.goto('about:blank')
    await page.goto(screen.address)
    await screen.show(page)
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await visit(page, screen.name, theme)
    }
  }
  await page.close()
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const showsHeading = (name: string | RegExp) => async (page: Page) => {
  await expect(page.getByRole('heading', { name })).toBeVisible()
}
const showsDialog = (button: string, dialog: string) => async (page: Page) => {
  await press(page, button)
  await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
}
const showsMenu = (button: string | RegExp) => async (page: Page) => {
  await press(page, button)
  await expect(page.getByRole('menu')).toBeVisible()
}

/** What is there before anybody is. */
export function screensBeforeSetUp(url: string, setupLink: string): Screen[] {
  return [
    { name: 'awaiting-set-up', address: url, show: showsHeading('Almost there') },
    { name: 'set-up', address: setupLink, show: showsHeading('Set up Colophon') },
    {
      name: 'set-up-refused',
      address: setupLink,
      async show(page) {
        await press(page, 'Set up and go in')
        await expect(page.getByText('Give the workspace a name.')).toBeVisible()
      },
    },
  ]
}

/** What a stranger sees. @param invitation - a link nobody has used. */
export function screensOutside(url: string, invitation: string): Screen[] {
  return [
    { name: 'sign-in', address: url, show: showsHeading(/^Sign in to/) },
    {
      name: 'sign-in-refused',
      address: url,
      async show(page) {
        await press(page, 'Sign in')
        await expect(page.getByText('Write your password.')).toBeVisible()
      },
    },
    // Before a whole link was opened in this tab: from then on the tab knows its secret.
    { name: 'join-incomplete', address: `${url}/join`, show: showsHeading('This link is not complete') },
    { name: 'join', address: invitation, show: showsHeading(/^Join/) },
    { name: 'join-refused', address: `${url}/join#spent`, show: showsHeading('This link cannot be used') },
  ]
}

export function screensOfEmptyWorkspace(url: string): Screen[] {
  return [
    { name: 'records-empty', address: url, show: showsHeading('Write down how it was built') },
    { name: 'records-new', address: url, show: showsDialog('New record', 'New record') },
  ]
}

/** The list of records and what is at hand on every page. */
export function screensOfList(url: string): Screen[] {
  const withRecords = showsHeading(/rate limits/)
  return [
    { name: 'records', address: url, show: withRecords },
    { name: 'records-no-match', address: `${url}/?q=nothing+like+it`, show: showsHeading('No record fits') },
    { name: 'records-menu', address: url, show: showsMenu(/^More about Per-tenant/) },
    {
      name: 'people',
      address: url,
      async show(page) {
        await showsDialog('People', 'People')(page)
        await press(page, 'Make an invitation link')
        await expect(page.getByLabel('Invitation link')).toBeVisible()
      },
    },
    { name: 'palette', address: url, show: showsDialog('Find or do', 'Find or do') },
    { name: 'keys', address: url, show: showsDialog('Keys', 'Keys'), width: 1440 },
    { name: 'appearance', address: url, show: showsMenu('Appearance') },
    { name: 'account', address: url, show: showsMenu(/account of/) },
    { name: 'not-found', address: `${url}/nowhere`, show: showsHeading('There is no such page') },
  ]
}

/** A record, filled and empty, and its export. @param mate - somebody who is writing in the record's known issues. */
export function screensOfRecord(record: string, empty: string, mate: string): Screen[] {
  const opens = async (page: Page) => void (await whenRecordOpens(page))
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
      async show(page) {
        await whenRecordOpens(page)
        await page.getByRole('article').getByText('Stakeholder Sign-off').scrollIntoViewIfNeeded()
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
