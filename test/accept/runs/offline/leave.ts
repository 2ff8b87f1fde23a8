import { expect } from '@playwright/test'
import { expectSaved, saveState } from '../../../e2e/record.js'
import type { RunContext } from '../../run.js'
import { denied } from './denied.js'
import { openRecordPage, type Seat, writeIn } from './seat.js'

/** Closes the tab with work that is nowhere else: the browser must ask. With all saved it must not. */
export async function leaveUnsaved({ figure, holds }: RunContext, seat: Seat): Promise<void> {
  const recordId = await seat.member.createRecord('Left')
  const browser = await seat.openBrowser()
  const calm = await openRecordPage(browser, seat, recordId)
  await writeIn(calm, { 'Team members': 'saved' })
  await expectSaved(calm)
  const closed = calm.waitForEvent('close')
  const warnings: string[] = []
  calm.on('dialog', (dialog) => {
    warnings.push(dialog.type())
    void dialog.accept()
  })
  await calm.close({ runBeforeUnload: true })
  await closed
  holds('D6', warnings.length === 0, 'Leaving warned although all was saved')

  const page = await browser.newPage()
  await page.addInitScript(denied)
  await page.goto(`${seat.server.url}/records/${recordId}`)
  await expectSaved(page)
  await browser.setOffline(true)
  await writeIn(page, { 'Lead developer': 'unsaved' })
  await expect(saveState(page)).toContainText('Not saved')
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  holds('D6', dialog.type() === 'beforeunload', `Leaving with unsaved work asked by a ${dialog.type()}`)
  await dialog.dismiss()
  await browser.setOffline(false)
  await expectSaved(page)
  holds('D6', (await seat.member.markdown(recordId)).includes('unsaved'), 'What was kept by staying did not arrive')
  figure('leaving with unsaved work', 'warned; with all saved, not')
  await page.close()
}
