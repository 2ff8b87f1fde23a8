import { expect, type Locator, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { exported } from './markdown.js'
import { copiedFrom, paste } from './pasted.js'
import { setUp } from './people.js'
import { enter, newRecord, slot } from './record.js'

let server: RunningServer
let page: Page
let id: string

test.beforeAll(async ({ browser }) => {
  server = await startServer()
  page = (await setUp(browser, server)).page
})
test.afterAll(() => server.stop())

test.beforeEach(async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(server.url)
  id = await newRecord(page, test.info().title.slice(0, 60))
})

const headings = ['Known Issues', 'Troubleshooting Guide', 'Support Contacts', 'Documentation References'] as const

/** What the file says under one of these headings of the template. */
async function under(heading: (typeof headings)[number]): Promise<string> {
  const file = (await exported(page, id)).toString()
  const next = headings[headings.indexOf(heading) + 1]
  return file
    .slice(file.indexOf(`### ${heading}\n`), file.indexOf(`### ${next}\n`))
    .split('\n')
    .slice(1)
    .join('\n')
    .trim()
}

/** Goes into a slot of rich text and waits for what helps with writing, which comes a moment after the editor. */
async function enterWithTools(text: Locator): Promise<void> {
  await enter(text)
  await page.keyboard.type('/')
  const blocks = page.getByRole('listbox', { name: 'Insert' })
  await expect(blocks).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(blocks).toBeHidden()
}

test('[U1] a slash inserts blocks, a colon an emoji and an at sign a name, while the caret stays in the text', async () => {
  const text = slot(page, 'Known issues')
  await enter(text)
  await page.keyboard.type('/')
  const blocks = page.getByRole('listbox', { name: 'Insert' })
  await expect(blocks.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  const last = blocks.getByRole('option').last()
  await expect(last).toHaveAttribute('aria-selected', 'true')
  await expect(text).toHaveAttribute('aria-activedescendant', (await last.getAttribute('id')) ?? '')
  await expect(text).toBeFocused()
  await page.keyboard.type('task')
  await expect(blocks.getByRole('option')).toHaveText(['Task list'])
  await page.keyboard.press('Enter')
  await expect(blocks).toBeHidden()
  await page.keyboard.type('Ship :tada: and :roc')
  await expect(page.getByRole('listbox', { name: 'Emoji' }).getByRole('option').first()).toContainText(':rock:')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' @lov')
  await page.getByRole('listbox', { name: 'People' }).getByRole('option', { name: 'Ada Lovelace' }).click()
  await page.keyboard.type('by /tod')
  await expect(blocks).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(text).toBeFocused()
  await page.keyboard.type('or /usr, at 10:30')
  await expect(blocks).toBeHidden()
  await expect
    .poll(() => under('Known Issues'))
    .toMatch(/^- \[ \] Ship 🎉 and 🪨 @Ada Lovelace by \d{4}-\d\d-\d\d or \/usr, at 10:30$/)
})

test('[U1] a table, its columns, a task and the language of code are made with keys alone', async () => {
  const text = slot(page, 'Known issues')
  await enterWithTools(text)
  await page.keyboard.type('/table')
  await expect(page.getByRole('listbox', { name: 'Insert' }).getByRole('option')).toHaveText(['Table'])
  await page.keyboard.press('Enter')
  for (const cell of ['Key', 'Rate', 'Note', 'a', '1', 'x', 'b', '2', 'y']) {
    await page.keyboard.type(cell)
    await page.keyboard.press('Tab')
  }
  // Tab at the end made a row, which is not needed.
  await page.keyboard.press('ControlOrMeta+Shift+Backspace')
  await expect(text.getByRole('row')).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(text.getByRole('row')).toHaveCount(4)
  await text.getByRole('cell', { name: '1', exact: true }).click()
  await page.keyboard.press('Alt+F10')
  const toolbar = page.getByRole('toolbar', { name: 'Format' })
  await expect(toolbar.getByRole('button').first()).toBeFocused()
  await toolbar.getByRole('button', { name: 'Align the column right' }).press('Enter')
  await expect(text.getByRole('columnheader', { name: 'Rate' })).toHaveAttribute('data-align', 'right')
  await text.getByRole('cell', { name: 'x' }).click()
  await toolbar.getByRole('button', { name: 'Remove the column' }).click()
  await text.getByRole('columnheader', { name: 'Key' }).click()
  await toolbar.getByRole('button', { name: 'Remove the row' }).click()
  await expect(text.getByRole('columnheader')).toHaveText(['a', '1'])
  await expect.poll(() => under('Known Issues')).toBe('| a | 1 |\n| --- | --: |\n| b | 2 |\n| | |')

  const advice = slot(page, 'Troubleshooting guide')
  await enter(advice)
  await page.keyboard.type('[ ] Look at the log')
  // Its label can be pressed too, which is large enough for whoever does not hit the box.
  const label = await advice.locator('label').boundingBox()
  expect(Math.min(label?.width ?? 0, label?.height ?? 0)).toBeGreaterThanOrEqual(24)
  await advice.locator('label').click({ position: { x: 2, y: 2 } })
  await expect(advice.getByRole('checkbox', { name: 'Look at the log' })).toBeChecked()
  await enter(advice)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('```sh ')
  await page.keyboard.type('tail -f log')
  const language = page.getByRole('combobox', { name: 'Language of the code' })
  await expect(language).toHaveValue('sh')
  await language.fill('bash')
  await language.press('Enter')
  await expect(advice).toBeFocused()
  await expect
    .poll(() => under('Troubleshooting Guide'))
    .toContain('- [x] Look at the log\n\n```bash\ntail -f log\n```')
})

test('[A8] pages of Word, Google Docs and GitHub are pasted as what they say, and nothing is fetched', async () => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) asked.push(request.url())
  })
  for (const [program, label, heading] of [
    ['word', 'Known issues', 'Known Issues'],
    ['google-docs', 'Troubleshooting guide', 'Troubleshooting Guide'],
    ['github', 'Support contacts', 'Support Contacts'],
  ] as const) {
    const { html, markdown } = await copiedFrom(program)
    const text = slot(page, label)
    await enterWithTools(text)
    await paste(text, { 'text/html': html, 'text/plain': 'As plain text' })
    if (program === 'word') await expect(page.getByText('1 picture was left out')).toBeVisible()
    await expect.poll(() => under(heading)).toBe(markdown.trim())
  }
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([])
})

test('[M1] Markdown is pasted as what it says, as one line where there is one, and goes again in one step', async () => {
  const text = slot(page, 'Known issues')
  await enterWithTools(text)
  await page.keyboard.type('Before ')
  await paste(text, { 'text/plain': '**bold**\n\n- [ ] one\n- [x] two\n\n```ts\nlet a\n```\n' })
  await page.keyboard.press('Tab')
  const next = slot(page, 'Troubleshooting guide')
  await expect(next).toBeFocused()
  await paste(next, {
    'text/plain': 'Ada\nGrace',
    'vscode-editor-data': '{"mode":"plaintext"}',
    'text/html': '<div>Ada</div>',
  })
  await expect(next.getByRole('paragraph')).toHaveText(['Ada', 'Grace'])
  await expect.poll(() => under('Known Issues')).toBe('Before **bold**\n\n- [ ] one\n- [x] two\n\n```ts\nlet a\n```')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(next).toHaveText('')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(text).toHaveText('Before')

  const line = slot(page, 'Lead developer')
  await enter(line)
  await paste(line, { 'text/plain': '# *Ada*\n\n1. Lovelace' })
  await expect(line).toHaveText('# Ada 1. Lovelace')
  await expect(line.getByRole('emphasis')).toHaveText('Ada')
  await line.press('ControlOrMeta+a')
  await paste(line, { 'text/plain': 'https://ada.example.org' })
  await expect(line.getByRole('link')).toHaveAttribute('href', 'https://ada.example.org')
  await expect(line).toHaveText('# Ada 1. Lovelace')
})

test('[U1] words are found in slots that nobody has been to, and the focus goes back to where it was', async () => {
  const last = slot(page, 'Documentation references')
  await enter(last)
  await page.keyboard.type('A needle in a haystack, and another Needle.')
  await page.reload()
  const first = slot(page, 'Lead developer')
  await enter(first)
  await page.keyboard.type('Who looks for a needle')
  await page.keyboard.press('ControlOrMeta+f')
  const bar = page.getByRole('search', { name: 'Find in this record' })
  await expect(bar.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('NEEDLE')
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  await page.keyboard.press('Enter')
  await expect(bar.getByRole('status')).toHaveText('2 of 3')
  await expect(last).toBeInViewport()
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(bar.getByRole('status')).toHaveText('3 of 3')
  // An editor that comes meanwhile draws its text anew, and the marks follow.
  const marks = () => page.evaluate(() => [...CSS.highlights].map(([name, { size }]) => [name, size]))
  await expect.poll(marks).toEqual([
    ['found', 3],
    ['found-now', 1],
  ])
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(first).toBeFocused()
  await page.keyboard.type('s')
  await expect(first).toHaveText('Who looks for a needles')
})

test('[P8] words are counted where one writes, and the record’s when they are asked for', async () => {
  await enter(slot(page, 'Lead developer'))
  await page.keyboard.type('Ada Lovelace')
  const text = slot(page, 'Known issues')
  await enter(text)
  await page.keyboard.type('Three short words')
  await page.keyboard.press('ControlOrMeta+a')
  const count = page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: '3 of 3 words' })
  await count.click()
  const dialog = page.getByRole('dialog', { name: 'Words' })
  const title = test.info().title.slice(0, 60).split(/\s+/).length
  await expect(dialog.getByRole('definition').last()).toHaveText(String(5 + title))
})

test('[U1] on a phone a finger takes suggestions, and the find bar fits', async () => {
  await page.setViewportSize({ width: 375, height: 667 })
  const text = slot(page, 'Known issues')
  await enter(text)
  await page.keyboard.type('/')
  const blocks = page.getByRole('listbox', { name: 'Insert' })
  await expect(blocks).toBeInViewport({ ratio: 1 })
  await blocks.getByRole('option', { name: 'Table' }).click()
  await expect(text).toBeFocused()
  await page.keyboard.type('Key')
  await expect(text.getByRole('columnheader').first()).toHaveText('Key')
  await expect(page.getByRole('toolbar', { name: 'Format' })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('ControlOrMeta+f')
  const bar = page.getByRole('search', { name: 'Find in this record' })
  await expect(bar).toBeInViewport({ ratio: 1 })
  await page.keyboard.type('key')
  await expect(bar.getByRole('status')).toContainText('of')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
})
