import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { type Part, stages } from './stages.js'
import { openWide, type Screen, type Theme, tour, type Width, widths } from './tour.js'

const pictures = fileURLToPath(new URL('../artefacts/screens', import.meta.url))

// A trace would copy each page as often as it is touched; the pictures say more.
test.use({ trace: 'off' })
test.describe.configure({ mode: 'parallel' })

for (const { name, prepare } of stages) {
  test.describe(name, () => {
    let server: RunningServer
    let parts: readonly Part[]

    test.beforeAll(async ({ browser }) => {
      server = await startServer()
      parts = await prepare(browser, server)
    })
    test.afterAll(() => server.stop())

    test(`[U1] axe finds nothing ${name}, at ${widths.join(' and ')} px, light or dark, and nothing runs off the side`, async ({
      browser,
    }) => {
      // Some thirty screens, each looked at four times, however busy the machine is.
      test.setTimeout(1_200_000)
      for (const width of widths) {
        for (const { screens, signedIn } of parts) {
          const context = await openWide(browser, width, signedIn)
          await tour(context, width, screens, async (page, screen, theme) => {
            // Kept for people to look at.
            await page.screenshot({ path: `${pictures}/${screen.name}-${width}-${theme}.png` })
            await expectWithin(page, screen.name, width)
            if (isLookedAt(screen, width, theme)) await expectSound(page, screen.name, width, theme)
            if (width === 1440 && screen.width === undefined) await lookBetween(page, screen.name, theme)
          })
          await context.close()
        }
      }
    })
  })
}

/** A phone has no colours of its own: in the dark, axe looks there at what only a phone shows. */
function isLookedAt({ seen, once, width: onlyWidth }: Screen, width: Width, theme: Theme): boolean {
  if (seen === true) return false
  if (width === 1440 && theme === 'light') return true
  return once !== true && (width === 1440 || theme === 'light' || onlyWidth === width)
}

/** The same screen as wide as a tablet: a picture, and that nothing runs off its side. */
async function lookBetween(page: Page, screen: string, theme: Theme): Promise<void> {
  const size = page.viewportSize()
  if (size === null) return
  await page.setViewportSize({ width: 768, height: size.height })
  await page.screenshot({ path: `${pictures}/${screen}-768-${theme}.png` })
  await expectWithin(page, screen, 768)
  await page.setViewportSize(size)
}

/** Axe leaves it to whoever asks: what can be pressed is 24 px wide and high, or has as much room around it. */
const rule = 'target-size'
/** What stands in a sentence is as high as its line, as the standard allows; a task is ticked by its label too, which the story of writing measures. */
const isLargeEnough = (html: string) => /^<span[^>]* role="textbox"|^<input [^>]*type="checkbox">$/.test(html)
const laidOver = '[role=dialog], [role=alertdialog], [role=menu]'

/** Soft: one run names every fault there is. */
async function expectSound(page: Page, screen: string, width: Width, theme: Theme): Promise<void> {
  const axe = new AxeBuilder({ page })
  // All of the page is looked at once; what is laid over it, each time.
  const isFirstLook = width === 1440 && theme === 'light'
  if (!isFirstLook && (await page.locator(laidOver).count()) > 0) axe.include(laidOver)
  // The other theme is the same page in other colours.
  const { violations } = await (theme === 'light'
    ? axe.options({ rules: { [rule]: { enabled: true } } })
    : axe.withRules('color-contrast')
  ).analyze()
  const found = violations.flatMap(({ id, nodes }) => {
    const at = nodes.map(({ html }) => html).filter((html) => id !== rule || !isLargeEnough(html))
    return at.length === 0 ? [] : [`${id}: ${at.join(' | ')}`]
  })
  expect.soft(found, `axe on ${screen}, ${theme}`).toEqual([])
}

async function expectWithin(page: Page, screen: string, width: number): Promise<void> {
  const widest = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(widest, `the width of ${screen}`).toBeLessThanOrEqual(width)
}
