import { expect } from '@playwright/test'
import { breakFrames, watchCloses } from './frames.js'
import { exported } from './markdown.js'
import { test } from './office.js'
import { signIn } from './people.js'
import { append, expectSaved, newRecord, saveState, slot, whenRecordOpens } from './record.js'

const before = 'Said before.'

test.beforeEach(async ({ page }) => {
  await page.addInitScript(breakFrames)
  await page.reload()
})

test('[D9] [U5] a record that is deleted while it is open says so, and its text can still be read', async ({
  page,
  office: { server },
}) => {
  const id = await newRecord(page, 'Deleted')
  await append(slot(page, 'Known issues'), before)
  await expectSaved(page)
  const headers = { origin: server.url }
  expect((await page.request.delete(`${server.url}/api/v1/records/${id}`, { headers })).ok()).toBe(true)
  await expect(page.getByRole('alert')).toContainText('This record was deleted')
  await expect(saveState(page)).toHaveText('Disconnected')
  await expect(page.getByRole('article')).toContainText(before)
  await expect(slot(page, 'Known issues')).toBeHidden()
})

test('[D9] [A2] whoever signs out in one browser is signed out there, and goes on in the other', async ({
  browser,
  office: { server, seat },
  page,
}) => {
  const id = await newRecord(page, 'In two browsers')
  const address = page.url()
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await other.goto(address)
  await signIn(other, seat.person)
  await whenRecordOpens(other)
  const closes = watchCloses(page)
  expect((await other.request.post(`${server.url}/api/auth/sign-out`, { headers: { origin: server.url } })).ok()).toBe(
    true,
  )
  await expect(other.getByLabel('E-mail')).toBeVisible()
  await expect.poll(() => closes).toContain(4001)
  await append(slot(page, 'Known issues'), before)
  await expectSaved(page)
  expect((await exported(page, id)).toString()).toContain(before)
  await elsewhere.close()
})
