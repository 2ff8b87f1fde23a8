import type { Browser, BrowserContext, Page } from '@playwright/test'

export const widths = [1440, 375] as const
export const themes = ['light', 'dark'] as const

/** How wide a screen is looked at, px. */
export type Width = (typeof widths)[number]
export type Theme = (typeof themes)[number]

/** Whether a page is as wide as a phone's, where much is in a drawer. */
export const isPhone = (page: Page) => page.viewportSize()?.width === (375 satisfies Width)

/** What makes a browser somebody's: their session's cookie. */
export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>

/** A browser as wide as a desk's or a phone's. */
export function openWide(browser: Browser, width: Width, signedIn?: StorageState): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: width === 375 ? 812 : 900 },
    hasTouch: width === 375,
    // A screen in the middle of a fade is no screen.
    reducedMotion: 'reduce',
    ...(signedIn === undefined ? {} : { storageState: signedIn }),
  })
}

/** One screen of the product: its name, its address, and how it comes to stand there finished. */
export interface Screen {
  readonly name: string
  readonly address: string
  readonly show: (page: Page) => Promise<void>
  /** Where it is shown in only one width. */
  readonly width?: Width
  /** Brings the page back to where another screen can begin. */
  readonly leave?: (page: Page) => Promise<void>
  /** Nearly all of it is on other screens: it is enough that axe looks once. */
  readonly once?: true
  /** Another part of a page that another screen has shown: worth a picture, the same to axe. */
  readonly seen?: true
}

/** Goes through screens one by one, each in both themes. */
export async function tour(
  context: BrowserContext,
  width: Width,
  screens: readonly Screen[],
  visit: (page: Page, screen: Screen, theme: Theme) => Promise<void>,
): Promise<void> {
  const page = await context.newPage()
  for (const screen of screens) {
    if (screen.width !== undefined && screen.width !== width) continue
    await page.emulateMedia({ media: null })
    // By way of nothing: two addresses that differ in the fragment alone would be one document.
    await page.goto('about:blank')
    await page.goto(screen.address)
    await screen.show(page)
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme })
      await visit(page, screen, theme)
    }
    await screen.leave?.(page)
  }
  await page.close()
}
