import { expect } from '@playwright/test'
import * as prng from 'lib0/prng'
import { expectSaved, phase, saveState, slot } from '../../../e2e/record.js'
import type { RunContext } from '../../run.js'
import { openRecordPage, type Seat, writeIn } from './seat.js'

/** Writes while nothing reaches the server, closes the browser, and opens it again when all is well. */
export async function comeBackLater(context: RunContext, seat: Seat & { round: number }): Promise<void> {
  const { chance, figure, holds } = context
  const { server, member, round } = seat
  const recordId = await member.createRecord(`On a train ${round}`)
  const browser = await seat.openBrowser()
  const page = await openRecordPage(browser, seat, recordId)
  await writeIn(page, { 'Team members': 'before ' })
  await expectSaved(page)

  const serverIsGone = round % 2 === 1
  if (serverIsGone) await server.end('SIGKILL')
  else await browser.setOffline(true)
  const texts = {
    'Team members': sentence(chance),
    'Lead developer': sentence(chance),
    'Known issues': sentence(chance),
  }
  await writeIn(page, texts)
  for (const [label, words] of Object.entries(texts)) await expect(slot(page, label)).toContainText(words.trim())
  await phase(page, 2).getByRole('checkbox', { name: 'Task 2: done' }).click()
  await expect(saveState(page)).toHaveText('On this device only')
  await page.close()
  if (serverIsGone) await server.start()
  const without = await member.markdown(recordId)
  holds(
    'D6',
    !Object.values(texts).some((words) => without.includes(words)),
    'The line was not cut, so nothing was shown',
  )

  const again = await openRecordPage(await seat.openBrowser(), seat, recordId)
  for (const [label, words] of Object.entries(texts)) await expect(slot(again, label)).toContainText(words.trim())
  await expectSaved(again)
  const printed = await member.markdown(recordId)
  const missing = Object.values(texts).filter((words) => !printed.includes(words.trim()))
  holds('D6', missing.length === 0, `What was written offline did not arrive: ${missing.join('; ')}`)
  figure(
    `written ${serverIsGone ? 'while the server was away' : 'offline'}, there after the browser was closed`,
    'all of it',
  )
}

function sentence(chance: prng.PRNG): string {
  return Array.from({ length: prng.int32(chance, 3, 7) }, () => prng.word(chance, 2, 9)).join(' ')
}
