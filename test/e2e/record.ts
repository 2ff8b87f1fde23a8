import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, type Locator, type Page } from '@playwright/test'

/** A filled record as somebody might have it beside their code. */
export const samplePath = fileURLToPath(new URL('../../docs/samples/rate-limits.md', import.meta.url))

/** Drops a file on the records page, as from the desktop. @returns the record's id. */
export async function dropFile(page: Page, path: string): Promise<string> {
  await expect(page.getByRole('button', { name: 'Import' })).toBeVisible()
  const file = { name: basename(path), content: await readFile(path, 'utf8') }
  const dataTransfer = await page.evaluateHandle(({ name, content }) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], name, { type: 'text/markdown' }))
    return transfer
  }, file)
  await page.dispatchEvent('body', 'dragover', { dataTransfer })
  await expect(page.getByText('Drop the file to import it')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer })
  return whenRecordOpens(page)
}

/** Chooses a file with the Import button. @returns the record's id. */
export async function importFile(page: Page, path: string): Promise<string> {
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import' }).click()
  await (await choosing).setFiles(path)
  return whenRecordOpens(page)
}

/** Makes an empty record from the built-in template. @returns its id. */
export async function newRecord(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: 'New record' }).click()
  const dialog = page.getByRole('dialog', { name: 'New record' })
  await dialog.getByLabel('Title').fill(title)
  await dialog.getByRole('button', { name: 'Create' }).click()
  return whenRecordOpens(page)
}

/** Opens for a second person the record that the first one has open. */
export async function follow(first: Page, second: Page): Promise<void> {
  await second.goto(first.url())
  await whenRecordOpens(second)
}

/** Opens a record from the list, and waits until all of it is there. */
export async function openRecord(page: Page, title: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: title }).click()
  await whenRecordOpens(page)
}

/** Waits until the record this tab leads to is loaded. @returns its id. */
export async function whenRecordOpens(page: Page): Promise<string> {
  await page.waitForURL(/\/records\/[\w-]+/)
  await expectSaved(page)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** A slot's text, by the name a screen reader gives it; an item's slots are within that item's region. */
export function slot(within: Page | Locator, label: string): Locator {
  return within.getByRole('textbox', { name: new RegExp(`^${label}(, empty)?$`) })
}

/** A phase of the record, counted from 1. */
export function phase(page: Page, number: number): Locator {
  return page.getByRole('region', { name: `Phase ${number}`, exact: true })
}

/** Picks from the menu of a phase what is to happen to it as a whole. */
export async function changePhase(page: Page, number: number, what: string): Promise<void> {
  await page.getByRole('button', { name: `Phase ${number}: options` }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

/** Clicks in a slot and puts the caret behind what stands there. */
export async function enter(text: Locator): Promise<void> {
  await text.click()
  await expect(text).toBeFocused()
  await text.press('ControlOrMeta+End')
}

/** The same, and waits for the editor: where the server goes away next, nothing is left to be fetched from it. */
export async function enterEditor(text: Locator): Promise<void> {
  await enter(text)
  await expect(text).toHaveAttribute('contenteditable', 'true')
}

/** Types behind what stands in a slot, key by key. */
export async function append(text: Locator, words: string): Promise<void> {
  await enter(text)
  await text.pressSequentially(words)
}

/** Writes a slot anew, key by key. */
export async function rewrite(text: Locator, words: string): Promise<void> {
  await enter(text)
  await text.press('ControlOrMeta+a')
  await text.pressSequentially(words)
}

/** What the page says about one's work, always in view. */
export function saveState(page: Page): Locator {
  return page.getByRole('region', { name: 'This record' }).getByRole('status')
}

/** Waits for "Saved", also where the page must find the server again first. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(saveState(page)).toHaveText('Saved', { timeout: 60_000 })
}

/** Notes, at each moment the page says "Saved", what a slot holds. @returns a way to ask what it held the last time. */
export async function watchSaved(page: Page, text: Locator): Promise<() => Promise<string>> {
  const status = await saveState(page).elementHandle()
  const held = await text.evaluateHandle((element, shown) => {
    const saved = { text: '' }
    const look = () => {
      if (shown?.textContent === 'Saved') saved.text = element.textContent ?? ''
    }
    if (shown !== null)
      new MutationObserver(look).observe(shown, { childList: true, characterData: true, subtree: true })
    return saved
  }, status)
  return () => held.evaluate((saved) => saved.text)
}

/** The caret of somebody else. Its name is drawn, not written, so that nobody copies or hears it: no role leads there. */
export function caretOf(page: Page, name: string): Locator {
  return page.locator(`[aria-hidden][data-name="${name}"]`)
}

/** The list of sign-offs beside the document. */
export function signoffs(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Sign-offs' })
}

/** As an owner, chooses who may sign in a role. */
export async function askToSign(page: Page, label: string, ...names: readonly string[]): Promise<void> {
  await signoffs(page)
    .getByRole('button', { name: `More about ${label}` })
    .click()
  await page.getByRole('menuitem', { name: 'Choose who signs' }).click()
  const dialog = page.getByRole('dialog', { name: `Who signs as ${label}` })
  for (const name of names) await dialog.getByRole('checkbox', { name: new RegExp(`^${name}( \\(you\\))?$`) }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
}

/** The box that somebody ticks who is asked to sign. */
export function boxOf(page: Page, name: string, label: string): Locator {
  return signoffs(page).getByRole('checkbox', { name: `I, ${name}, approve this record as ${label}` })
}

/** Ticks one's own box, and waits until others have been told. */
export async function approve(page: Page, name: string, label: string): Promise<void> {
  await boxOf(page, name, label).click()
  await expect(signoffs(page).getByRole('button', { name: 'Undo' })).toBeVisible()
  await expect(page.getByText(`Your approval as ${label} is recorded.`)).toBeVisible()
}
