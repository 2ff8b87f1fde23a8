import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Locator } from '@playwright/test'

/** What stands on the clipboard, by its type. */
export type Clipboard = Readonly<Record<string, string>>

/** Pastes into the text that has the caret, as if `clipboard` had been copied elsewhere. */
export async function paste(text: Locator, clipboard: Clipboard): Promise<void> {
  await text.evaluate((element, held) => {
    const clipboardData = new DataTransfer()
    for (const [type, value] of Object.entries(held)) clipboardData.setData(type, value)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, clipboard)
}

/** What a program puts on the clipboard, and the Markdown that it means. */
export async function copiedFrom(program: 'word' | 'google-docs' | 'github') {
  const read = (kind: string) => readFile(fileURLToPath(new URL(`pasted/${program}.${kind}`, import.meta.url)), 'utf8')
  return { html: await read('clipboard'), markdown: await read('md') }
}
