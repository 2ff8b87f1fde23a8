import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { exported } from './markdown.js'
import { setUpTwo } from './people.js'
import { append, changePhase, enter, expectSaved, follow, newRecord, phase, rewrite, slot } from './record.js'

let server: RunningServer
let adas: Page
let graces: Page
let id: string

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  const [ada, grace] = await setUpTwo(browser, server)
  adas = ada.page
  graces = grace.page
})
test.afterAll(() => server.stop())

test.beforeEach(async () => {
  await adas.goto(server.url)
  id = await newRecord(adas, test.info().title.slice(0, 60))
  await follow(adas, graces)
})

test('[T8] two people write in one word at the same time, and both see every letter in its place', async () => {
  await append(slot(adas, 'Team members'), 'interoperability')
  await expect(slot(graces, 'Team members')).toHaveText('interoperability')
  await enter(slot(graces, 'Team members'))
  await slot(adas, 'Team members').press('Home')
  for (const _ of 'inter') await slot(adas, 'Team members').press('ArrowRight')
  await Promise.all([
    slot(adas, 'Team members').pressSequentially('0123456789'.repeat(3)),
    slot(graces, 'Team members').pressSequentially('abcdefghij'.repeat(3)),
  ])
  const both = `inter${'0123456789'.repeat(3)}operability${'abcdefghij'.repeat(3)}`
  await expect(slot(adas, 'Team members')).toHaveText(both)
  await expect(slot(graces, 'Team members')).toHaveText(both)
  await expectSaved(adas)
  await expectSaved(graces)
  expect((await exported(adas, id)).toString()).toContain(`**Team Members**: ${both}\n`)
})

test('[T6] phases are added, moved and removed while somebody writes in one of them', async () => {
  const words = 'the quick brown fox jumps over the lazy dog '.repeat(3)
  await enter(slot(phase(graces, 2), 'Phase name'))
  // Her caret stays in her phase, wherever that goes.
  const typing = graces.keyboard.type(words)
  await changePhase(adas, 2, 'Move up')
  await expect(slot(phase(adas, 1), 'Phase name')).toContainText('the quick')
  await changePhase(adas, 1, 'Add another after it')
  await expect(phase(adas, 4)).toBeVisible()
  await changePhase(adas, 3, 'Remove')
  await expect(phase(adas, 4)).toBeHidden()
  await typing

  await expect(slot(phase(adas, 1), 'Phase name')).toHaveText(words)
  await expect(slot(phase(graces, 1), 'Phase name')).toHaveText(words)
  await expect(phase(graces, 4)).toBeHidden()
  await expectSaved(graces)
  const file = (await exported(adas, id)).toString()
  expect(file.match(/^### Phase .*$/gm)).toEqual([
    `### Phase 1: ${words.trim()} ✅`,
    '### Phase 2: {{PHASE_2_NAME}} ✅',
    '### Phase 3: {{PHASE_3_NAME}} ✅',
  ])
})

test('[T6] a phase removed under somebody’s hands comes back with their words when it is undone', async () => {
  await append(slot(phase(graces, 3), 'Phase name'), 'Hardening')
  await expect(slot(phase(adas, 3), 'Phase name')).toHaveText('Hardening')
  const typing = graces.keyboard.type(' and more')
  await changePhase(adas, 3, 'Remove')
  await typing
  await expect(phase(graces, 3)).toBeHidden()
  await adas.getByRole('button', { name: 'Undo' }).first().click()
  await expect(slot(phase(adas, 3), 'Phase name')).toContainText('Hardening')
  await expect(slot(phase(graces, 3), 'Phase name')).toContainText('Hardening')
  await append(slot(phase(graces, 3), 'Phase status'), 'Going on')
  await expect(slot(phase(adas, 3), 'Phase status')).toHaveText('Going on')
  await expectSaved(graces)
})

test('[T5] a name that stands in several places changes in all of them, live, for everybody', async () => {
  await rewrite(slot(adas, 'Feature name').nth(1), 'Dark mode')
  const everywhere = ['Dark mode', 'Dark mode', 'Dark mode']
  await expect(slot(graces, 'Feature name')).toHaveText(everywhere)
  await expect(slot(adas, 'Feature name')).toHaveText(everywhere)
  await expect(graces).toHaveTitle(/^Dark mode/)
  await expectSaved(adas)
  const file = (await exported(graces, id)).toString()
  expect(file).toContain('# Dark mode - Implementation Record\n')
  expect(file).toContain('**Feature**: [Dark mode]({{FEATURE_CONTEXT_LINK}})\n')
})

test('[U2] undo takes back one’s own last change, wherever it was, and nobody else’s', async () => {
  // At once: what is typed with a pause in it is more than one change.
  await enter(slot(adas, 'Lead developer'))
  await adas.keyboard.insertText('Ada')
  await append(slot(graces, 'Team members'), 'Grace')
  await expect(slot(adas, 'Team members')).toHaveText('Grace')
  await append(slot(graces, 'Lead developer'), ' and Grace')
  await expect(slot(adas, 'Lead developer')).toHaveText('Ada and Grace')

  await slot(adas, 'Known issues').click()
  await adas.keyboard.press('ControlOrMeta+z')
  await expect(slot(graces, 'Lead developer')).toHaveText('and Grace')
  await expect(slot(graces, 'Team members')).toHaveText('Grace')
  await adas.keyboard.press('ControlOrMeta+Shift+z')
  await expect(slot(graces, 'Lead developer')).toHaveText('Ada and Grace')
})

test('[U2] Tab and Shift+Tab walk the slots', async () => {
  await enter(slot(adas, 'Total duration'))
  await adas.keyboard.press('Tab')
  await expect(slot(adas, 'Lead developer')).toBeFocused()
  await adas.keyboard.press('Tab')
  await adas.keyboard.type('Everybody')
  await expect(slot(graces, 'Team members')).toHaveText('Everybody')
  await adas.keyboard.press('Shift+Tab')
  await adas.keyboard.press('Shift+Tab')
  await expect(slot(adas, 'Total duration')).toBeFocused()
})
