import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { type RunningServer, startServer } from './server.js'
import { type Part, stages } from './stages.js'
import { type Look, looks, openLook, tour } from './tour.js'

for (const { name, prepare } of stages) {
  test.describe(name, () => {
    let server: RunningServer
    let parts: readonly Part[]

    test.beforeAll(async ({ browser }) => {
      server = await startServer()
      parts = await prepare(browser, server)
    })
    test.afterAll(() => server.stop())

    for (const look of looks) {
      test(`[U1] axe finds nothing ${name}, ${look.theme}, ${look.width} px wide`, async ({ browser }) => {
        test.slow()
        for (const { screens, signedIn } of parts) {
          const context = await openLook(browser, look, signedIn)
          await tour(context, look, screens, (page, screen) => expectSound(page, screen, look))
          await context.close()
        }
      })
    }
  })
}

/** Soft: one run names every fault there is. */
async function expectSound(page: Page, screen: string, { width }: Look): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect.soft(found, `axe on ${screen}`).toEqual([])
  const widest = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(widest, `the width of ${screen}`).toBeLessThanOrEqual(width)
}
