import { type Browser, expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { holdBack } from './held.js'
import { exported } from './markdown.js'
import { ada, grace, invite, join, type Person, type Seat, setUp } from './people.js'
import {
  append,
  approve,
  askToSign,
  boxOf,
  enter,
  expectSaved,
  follow,
  newRecord,
  saveState,
  signoffs,
  slot,
} from './record.js'

const edsger: Person = { name: 'Edsger Dijkstra', email: 'edsger@example.org', password: 'goto considered harmful' }
const barbara: Person = { name: 'Barbara Liskov', email: 'barbara@example.org', password: 'substitute me anywhere' }

const roles = [
  { person: ada, label: 'Product Manager' },
  { person: grace, label: 'Technical Lead' },
  { person: edsger, label: 'QA Lead' },
  { person: barbara, label: 'DevOps' },
] as const

let server: RunningServer

test.beforeEach(async () => {
  server = await startServer()
})
test.afterEach(() => server.stop())

test('[G1][G2][G3][G5] four people sign, one edits, what went stale is signed again, and the record is completed and reopened', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const pages = await four(browser)
  const [adas, graces, edsgers, barbaras] = pages
  const id = await newRecord(adas, 'Signed by four')
  await append(slot(adas, 'Known issues'), 'None that we know of.')
  await expectSaved(adas)
  for (const page of [graces, edsgers, barbaras]) await follow(adas, page)

  await test.step('nobody signs who is not asked', async () => {
    const box = signoffs(graces).getByRole('checkbox', { name: 'Nobody is asked to sign yet' }).first()
    await expect(box).toHaveAttribute('aria-disabled', 'true')
    await expect(box).toHaveAccessibleDescription('An owner of the record chooses who is asked to sign here.')
    for (const { person, label } of roles) await askToSign(adas, label, person.name)
    await expect(boxOf(graces, grace.name, 'Technical Lead')).toBeEnabled()
  })

  await test.step('undone within five seconds, nobody is told', async () => {
    await boxOf(graces, grace.name, 'Technical Lead').click()
    await expect(signoffs(graces).getByRole('checkbox', { name: 'Approving as Technical Lead…' })).toBeChecked()
    await signoffs(graces).getByRole('button', { name: 'Undo' }).click()
    await expect(boxOf(graces, grace.name, 'Technical Lead')).not.toBeChecked()
    expect(await eventsOf(adas, id)).not.toContain('approved')
  })

  await test.step('each signs, and all see it', async () => {
    await Promise.all(roles.map(({ person, label }, at) => approve(seatOf(pages, at), person.name, label)))
    for (const page of pages) await expect(signoffs(page)).toContainText('4 of 4 approved')
    expect((await exported(adas, id)).toString()).toContain(`- **DevOps**: ${barbara.name} (`)
  })

  await test.step('one edits, and every tick goes stale for all', async () => {
    await append(slot(barbaras, 'Known issues'), ' But one.')
    for (const page of pages) {
      await expect(signoffs(page)).toContainText('0 of 4 approved')
      await expect(signoffs(page).getByText('approved an earlier text')).toHaveCount(4)
    }
    expect((await exported(adas, id)).toString()).not.toContain(barbara.name)
  })

  await test.step('what changed is shown word by word, with who wrote it, and signed again', async () => {
    await signoffs(graces)
      .getByRole('button', { name: /change(s)? since/ })
      .first()
      .click()
    const dialog = graces.getByRole('dialog', { name: `Changed since ${ada.name} approved` })
    await expect(dialog.locator('ins')).toContainText('But one.')
    await expect(dialog).toContainText(`by ${barbara.name}`)
    await graces.keyboard.press('Escape')
    for (const page of pages) {
      await signoffs(page).getByRole('checkbox', { name: 'Approve the text as it is now' }).click()
    }
    for (const page of pages) await expect(signoffs(page)).toContainText('4 of 4 approved')
  })

  await test.step('it is completed, and locked for everybody', async () => {
    await signoffs(adas).getByRole('button', { name: 'Complete…' }).click()
    const dialog = adas.getByRole('dialog', { name: 'Complete the record' })
    await expect(dialog).toContainText('Every required approval covers this text.')
    await dialog.getByLabel('Name of the version').fill('For release 2.4')
    await dialog.getByRole('button', { name: 'Complete' }).click()
    for (const page of pages) {
      await expect(page.getByText('This record is completed.').first()).toBeVisible()
      await expect(slot(page, 'Known issues')).toHaveCount(0)
      await expect(signoffs(page)).toContainText('For release 2.4')
    }
  })

  await test.step('its version is the file that was signed', async () => {
    const downloading = adas.waitForEvent('download')
    await signoffs(adas).getByRole('link', { name: 'Download the file of version 1, For release 2.4' }).click()
    expect((await downloading).suggestedFilename()).toBe('For release 2.4.md')
  })

  await test.step('it is reopened with a reason, for everybody', async () => {
    await signoffs(adas).getByRole('button', { name: 'Reopen…' }).click()
    const dialog = adas.getByRole('dialog', { name: 'Reopen the record' })
    await dialog.getByRole('button', { name: 'Reopen' }).click()
    await expect(dialog).toContainText('Give a reason')
    await dialog.getByLabel('Reason').fill('A figure was wrong.')
    await dialog.getByRole('button', { name: 'Reopen' }).click()
    await expect(dialog).toBeHidden()
    for (const page of pages) await expect(slot(page, 'Known issues')).toBeEditable()
    await append(slot(graces, 'Known issues'), ' Or two.')
    await expect(slot(edsgers, 'Known issues')).toContainText('Or two.')
    await signoffs(adas).getByText('What has been done').click()
    await expect(signoffs(adas)).toContainText('Ada Lovelace reopened the record after version 1: A figure was wrong.')
  })
})

test('[G1] a text that changes between the tick and the sending is shown with its difference, and signed only then', async ({
  browser,
}) => {
  const { page: adas } = await setUp(browser, server)
  const { page: graces } = await join(browser, await invite(adas))
  await newRecord(adas, 'Moved on')
  await append(slot(adas, 'Known issues'), 'None.')
  await expectSaved(adas)
  await askToSign(adas, 'DevOps', ada.name)
  await follow(adas, graces)

  const looked = adas.waitForResponse(/\/fingerprint$/)
  // However slow Grace is, her words are there first.
  const send = await holdBack(adas, '**/signoffs')
  await boxOf(adas, ada.name, 'DevOps').click()
  await looked
  await append(slot(graces, 'Known issues'), ' Meanwhile one.')
  await expectSaved(graces)
  await send()
  const dialog = adas.getByRole('dialog', { name: 'The record changed while you were reading' })
  await expect(dialog.locator('ins')).toContainText('Meanwhile one.')
  await expect(dialog).toContainText(`by ${grace.name}`)
  await expect(signoffs(graces)).toContainText('0 of 4 approved')
  await dialog.getByRole('button', { name: 'Approve the text as it is now' }).click()
  await expect(signoffs(graces)).toContainText('1 of 4 approved')
})

test('[G4] declining needs a reason, an approval may say more, and one takes back one’s own', async ({ browser }) => {
  const { page } = await setUp(browser, server)
  await newRecord(page, 'Objections')
  await askToSign(page, 'DevOps', ada.name)
  await chooseFor(page, 'DevOps', 'Decline…')
  const declining = page.getByRole('dialog', { name: 'Decline as DevOps' })
  await declining.getByRole('button', { name: 'Decline' }).click()
  await expect(declining).toContainText('Give a reason')
  await declining.getByLabel('Reason').fill('The rollback is missing.')
  await declining.getByRole('button', { name: 'Decline' }).click()
  await expect(signoffs(page)).toContainText('Reason: The rollback is missing.')

  await chooseFor(page, 'DevOps', 'Approve with a meaning or a comment…')
  const approving = page.getByRole('dialog', { name: 'Approve as DevOps' })
  await approving.getByRole('radio', { name: 'Accepts the risk' }).check()
  await approving.getByLabel('Comment').fill('Until Friday.')
  await approving.getByRole('button', { name: 'Approve' }).click()
  await expect(signoffs(page).getByRole('checkbox', { name: 'You accept the risk' })).toBeChecked()
  await expect(signoffs(page)).toContainText('“Until Friday.”')

  await chooseFor(page, 'DevOps', 'Take my decision back')
  await expect(page.getByText('Your decision as DevOps is taken back.')).toBeVisible()
  await expect(boxOf(page, ada.name, 'DevOps')).not.toBeChecked()
})

test('[A2] [G1] [G7] a desk that was left signs nothing: the password is asked for, and leaving within the five seconds is too', async ({
  browser,
}) => {
  const { page: adas } = await setUp(browser, server)
  const headers = { origin: server.url }
  const settings = await adas.request.patch(`${server.url}/api/v1/workspace`, {
    headers,
    data: { passwordToSign: true },
  })
  expect(settings.ok()).toBe(true)
  const { page: graces } = await join(browser, await invite(adas))
  const id = await newRecord(adas, 'With a password')
  await askToSign(adas, 'DevOps', ada.name)
  await follow(adas, graces)
  const question = adas.getByRole('dialog', { name: 'Your password, once more' })
  const answer = async (password: string) => {
    await question.getByLabel('Password', { exact: true }).fill(password)
    await question.getByRole('button', { name: 'Go on' }).click()
  }

  await test.step('who leaves is asked first, and stays', async () => {
    await boxOf(adas, ada.name, 'DevOps').click()
    await adas.getByRole('link', { name: 'Preview' }).click()
    const leaving = adas.getByRole('dialog', { name: 'Your decision has not been sent yet' })
    await leaving.getByRole('button', { name: 'Stay' }).click()
    await expect(leaving).toBeHidden()
  })

  await test.step('a wrong password signs nothing, the right one does', async () => {
    await answer(grace.password)
    await expect(question.getByRole('alert')).toContainText('That is not your password')
    expect(await eventsOf(adas, id)).not.toContain('approved')
    await answer(ada.password)
    await expect(signoffs(graces)).toContainText('1 of 4 approved')
  })

  await test.step('whoever may only view from now on keeps what they wrote, and writes no more', async () => {
    await append(slot(graces, 'Known issues'), 'None.')
    await expectSaved(graces)
    await enter(slot(graces, 'Known issues'))
    await adas.getByRole('button', { name: 'Share', exact: true }).click()
    await adas.getByRole('dialog', { name: 'Share this record' }).getByText('May view').click()
    await expect(saveState(graces)).toHaveText('Read only')
    await graces.keyboard.type(' Too late.')
    await expect(slot(graces, 'Known issues')).toHaveCount(0)
    await expect(graces.getByRole('article')).toContainText('None.')
    expect((await exported(adas, id)).toString()).not.toContain('Too late')
  })
})

async function chooseFor(page: Page, label: string, what: string): Promise<void> {
  await signoffs(page)
    .getByRole('button', { name: `More about ${label}` })
    .click()
  await page.getByRole('menuitem', { name: what }).click()
}

/** Four people of one workspace, each in a browser of their own. */
async function four(browser: Browser): Promise<readonly [Page, Page, Page, Page]> {
  const { page } = await setUp(browser, server)
  const others: Seat[] = []
  for (const person of [grace, edsger, barbara]) others.push(await join(browser, await invite(page), person))
  const [second, third, fourth] = others.map((seat) => seat.page)
  if (second === undefined || third === undefined || fourth === undefined) throw new Error('Three joined.')
  return [page, second, third, fourth]
}

function seatOf(pages: readonly Page[], at: number): Page {
  const page = pages[at]
  if (page === undefined) throw new Error(`There is no seat ${at}.`)
  return page
}

/** The kinds of events in the record's log. */
async function eventsOf(page: Page, id: string): Promise<string[]> {
  const answer = await page.request.get(`${server.url}/api/v1/records/${id}/audit`)
  const log: { entries: { what: { event: string } }[] } = await answer.json()
  return log.entries.map(({ what }) => what.event)
}
