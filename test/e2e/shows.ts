import { expect, type Page } from '@playwright/test'

type Show = (page: Page) => Promise<void>

export function press(page: Page, button: string | RegExp): Promise<void> {
  return page.getByRole('button', { name: button }).click()
}

/** Waits for a heading. */
export function showsHeading(name: string | RegExp): Show {
  return (page) => expect(page.getByRole('heading', { name })).toBeVisible()
}

/** Presses a button and waits for the dialog it opens. */
export function showsDialog(button: string, dialog: string): Show {
  return async (page) => {
    await press(page, button)
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible()
  }
}

/** Presses a button and waits for the menu it opens. */
export function showsMenu(button: string | RegExp): Show {
  return async (page) => {
    await press(page, button)
    await expect(page.getByRole('menu')).toBeVisible()
  }
}
