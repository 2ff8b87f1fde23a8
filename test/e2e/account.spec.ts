import { type Browser, expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { ada, grace, invite, join, type Seat, setUp, signIn } from './people.js'
import { expectSaved, newRecord, whenRecordOpens } from './record.js'

let server: RunningServer
let seat: Seat

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  seat = await setUp(browser, server)
})
test.afterAll(() => server.stop())

test('[U5] a wrong password is refused in words, and the right one then goes in', async ({ browser }) => {
  const page = await stranger(browser)
  await page.goto(server.url)
  await expect(page.getByRole('heading', { name: 'Sign in to Analytical Engines' })).toBeVisible()
  await signIn(page, { ...ada, password: 'not the right password' })
  await expect(page.getByRole('alert')).toContainText(/password/i)
  await expect(page.getByLabel('E-mail')).toHaveValue(ada.email)
  await signIn(page, ada)
  await expect(page.getByRole('heading', { name: 'Records', exact: true })).toBeVisible()
  await page.context().close()
})

test('[U5] an invitation and the set-up link work once; whoever comes later is told what to do', async ({
  browser,
}) => {
  const link = await invite(seat.page)
  const taken = await join(browser, link)
  await taken.context.close()
  for (const used of [link, server.setupLink]) {
    const page = await stranger(browser)
    await page.goto(used)
    await expect(page.getByRole('heading', { name: 'This link cannot be used' })).toBeVisible()
    await page.getByRole('link', { name: 'Go to sign in' }).click()
    await signIn(page, grace)
    await expect(page.getByRole('heading', { name: 'Records', exact: true })).toBeVisible()
    await page.context().close()
  }
})

test('[A3] an invitation’s secret leaves the address bar, and is in no address the server sees', async ({
  browser,
}) => {
  const link = await invite(seat.page)
  const secret = new URL(link).hash.slice(1)
  const page = await stranger(browser)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(link)
  await expect(page.getByRole('button', { name: 'Join' })).toBeVisible()
  expect(page.url()).not.toContain(secret)
  expect(asked.filter((url) => url.split('#')[0]?.includes(secret))).toEqual([])
  await page.context().close()
})

test('[A1] a signed-out visitor is led to sign in and then to where they were going', async ({ browser }) => {
  const id = await newRecord(seat.page, 'Where I was going')
  const page = await stranger(browser)
  const address = `${server.url}/records/${id}`
  expect((await page.request.get(`${server.url}/api/v1/records/${id}`)).status()).toBe(401)
  await page.goto(address)
  await signIn(page, ada)
  await whenRecordOpens(page)
  expect(page.url()).toBe(address)
  await expect(page).toHaveTitle(/^Where I was going/)
  await page.context().close()
})

test('[A2] signing out closes the record’s connection, in every tab', async () => {
  const { page, context } = seat
  await page.goto(server.url)
  await newRecord(page, 'Signed out of')
  const second = await context.newPage()
  const opening = second.waitForEvent('websocket')
  await second.goto(page.url())
  const socket = await opening
  await expectSaved(second)
  const closing = socket.waitForEvent('close')

  await page.getByRole('button', { name: `account of ${ada.name}` }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await closing
  await expect(page.getByRole('heading', { name: /^Sign in/ })).toBeVisible()
  await expect(second.getByRole('heading', { name: /^Sign in/ })).toBeVisible()
})

async function stranger(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}
