import { expect } from '@playwright/test'
import { press, showsDialog, showsHeading, showsMenu } from './shows.js'
import type { Screen } from './tour.js'

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

/** Who is here, how others come in, what scripts use. */
export function screensOfSettings(url: string): Screen[] {
  const address = `${url}/settings`
  return [
    { name: 'settings', address, show: (page) => expect(page.getByText('last used on')).toBeVisible() },
    {
      name: 'settings-end',
      address: `${address}#workspace`,
      seen: true,
      show: (page) => expect(page.getByLabel('Name of the workspace')).toBeInViewport(),
    },
    { name: 'settings-person', address, show: showsMenu('More about Grace Hopper') },
    {
      name: 'settings-deactivate',
      address,
      async show(page) {
        await showsMenu('More about Grace Hopper')(page)
        await page.getByRole('menuitem', { name: 'Deactivate' }).click()
        await expect(page.getByRole('dialog', { name: 'Deactivate Grace Hopper?' })).toBeVisible()
      },
    },
    {
      name: 'settings-invite',
      address,
      async show(page) {
        await showsDialog('Invite somebody', 'Invite somebody')(page)
        await press(page, 'Make an invitation link')
        await expect(page.getByLabel('Invitation link')).toBeVisible()
      },
    },
    { name: 'settings-token', address, show: showsDialog('New token', 'New token') },
    {
      name: 'settings-token-refused',
      address,
      async show(page) {
        await showsDialog('New token', 'New token')(page)
        await press(page, 'Make the token')
        await expect(page.getByText('Give the token a name.')).toBeVisible()
      },
    },
  ]
}

/** The list of records and what is at hand on every page. */
export function screensOfList(url: string): Screen[] {
  const withRecords = showsHeading(/rate limits/)
  return [
    { name: 'records', address: url, show: withRecords },
    { name: 'records-no-match', address: `${url}/?q=nothing+like+it`, show: showsHeading('No record fits') },
    { name: 'records-menu', address: url, show: showsMenu(/^More about Per-tenant/) },
    { name: 'palette', address: url, show: showsDialog('Find or do', 'Find or do') },
    { name: 'keys', address: url, show: showsDialog('Keys', 'Keys'), width: 1440 },
    { name: 'appearance', address: url, show: showsMenu('Appearance') },
    { name: 'account', address: url, show: showsMenu(/account of/) },
    { name: 'not-found', address: `${url}/nowhere`, show: showsHeading('There is no such page') },
  ]
}
