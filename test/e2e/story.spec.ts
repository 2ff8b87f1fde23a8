import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { exported, withLines } from './markdown.js'
import { ada, grace, invite, join, setUp } from './people.js'
import {
  append,
  approve,
  askToSign,
  caretOf,
  dropFile,
  enter,
  expectSaved,
  openRecord,
  phase,
  rewrite,
  samplePath,
  signoffs,
  slot,
} from './record.js'

let server: RunningServer

test.beforeAll(async () => {
  server = await startServer()
})
test.afterAll(() => server.stop())

test('[T2][T5][U4][G2] two people fill a dropped file together, and only the lines they changed change', async ({
  browser,
}) => {
  const { page: adas } = await setUp(browser, server)
  const source = await readFile(samplePath)
  const id = await dropFile(adas, samplePath)
  expect(await exported(adas, id)).toEqual(source)

  const { page: graces } = await join(browser, await invite(adas))
  await openRecord(graces, 'Per-tenant "fair" rate limits')

  await test.step('they see each other', async () => {
    await expectHere(adas, grace.name)
    await expectHere(graces, ada.name)
    await enter(slot(graces, 'Known issues'))
    await expect(adas.getByRole('button', { name: `Follow ${grace.name}, who is in Known Issues` })).toBeVisible()
    await enter(slot(adas, 'Known issues'))
    await expect(caretOf(adas, grace.name)).toBeVisible()
    await expect(caretOf(graces, ada.name)).toBeVisible()
  })

  await test.step('both write', async () => {
    await append(slot(adas, 'Known issues'), ' Until then, ask Ada.')
    await expect(slot(graces, 'Known issues')).toContainText('Until then, ask Ada.')
    await rewrite(slot(graces, 'Total duration'), '9 weeks')
    await expect(slot(adas, 'Total duration')).toHaveText('9 weeks')
    await rewrite(slot(graces, 'Completion date').first(), '2026-11-02')
    await expect(slot(adas, 'Completion date')).toHaveText(['2026-11-02', '2026-11-02'])
  })

  await test.step('Grace ticks a task', async () => {
    const box = (page: Page) => phase(page, 2).getByRole('checkbox', { name: 'Task 2: done' })
    await expect(box(graces)).not.toBeChecked()
    await box(graces).click()
    await expect(box(adas)).toBeChecked()
  })

  await test.step('both sign', async () => {
    await askToSign(adas, 'DevOps', ada.name)
    await askToSign(adas, 'QA Lead', grace.name)
    await approve(adas, ada.name, 'DevOps')
    await expect(signoffs(graces).getByRole('checkbox', { name: `${ada.name} approved this` })).toBeChecked()
    await approve(graces, grace.name, 'QA Lead')
    await expect(signoffs(adas).getByRole('checkbox', { name: `${grace.name} approved this` })).toBeChecked()
    await expect(signoffs(adas)).toContainText('2 of 4 approved')
  })

  await expectSaved(adas)
  await expectSaved(graces)
  const today = new Date().toISOString().slice(0, 10)
  const expected = withLines(source.toString(), [
    ['created: "2026-10-30"', 'created: "2026-11-02"'],
    ['**Implementation Period**: 2026-09-01 to 2026-10-30', '**Implementation Period**: 2026-09-01 to 2026-11-02'],
    ['**Total Duration**: 8.5 weeks', '**Total Duration**: 9 weeks'],
    [
      'Overrides need a database change until GATE-1190 ships.',
      'Overrides need a database change until GATE-1190 ships. Until then, ask Ada.',
    ],
    [
      '- [ ] Per-tenant overrides in the admin page - Completed TBD (moved to GATE-1190)',
      '- [✅] Per-tenant overrides in the admin page - Completed TBD (moved to GATE-1190)',
    ],
    ['- **QA Lead**: qa-3 (2026-10-31)', `- **QA Lead**: ${grace.name} (${today})`],
    ['- **DevOps**: {{DEVOPS_SIGNOFF}} ({{DEVOPS_SIGNOFF_DATE}})', `- **DevOps**: ${ada.name} (${today})`],
  ])
  expect((await exported(adas, id)).toString()).toBe(expected)

  await test.step('the download is that very file', async () => {
    await adas.getByRole('link', { name: 'Preview and export' }).click()
    await adas.getByRole('radio', { name: 'As in the template' }).check()
    // What stood there before stays until the choice has come.
    await expect.poll(() => adas.getByRole('region', { name: 'Markdown' }).locator('pre').textContent()).toBe(expected)
    const downloading = adas.waitForEvent('download')
    await adas.getByRole('button', { name: 'Download' }).click()
    expect(await readFile(await (await downloading).path())).toEqual(await exported(adas, id))
  })
})

async function expectHere(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('list', { name: 'Here now' }).getByRole('img', { name })).toBeVisible()
}
