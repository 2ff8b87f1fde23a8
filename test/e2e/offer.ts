import type { Locator, Page } from '@playwright/test'

/** The dialog that offers somebody text of theirs that the record does not have. */
export function offerOf(page: Page, title: string): Locator {
  return page.getByRole('dialog', { name: title })
}

/** What an offer holds: what each slot is called, and its text. */
export async function textsIn(offer: Locator): Promise<string[][]> {
  const slots = await offer.getByRole('listitem').all()
  return Promise.all(
    slots.map(async (slot) => [
      (await slot.getByRole('heading').textContent()) ?? '',
      await slot.getByRole('textbox').inputValue(),
    ]),
  )
}
