import { fileURLToPath } from 'node:url'
import { test } from '@playwright/test'
import { type RunningServer, startServer } from './server.js'
import { type Part, stages } from './stages.js'
import { looks, openLook, tour } from './tour.js'

const folder = fileURLToPath(new URL('../artefacts/screens', import.meta.url))

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
      test(`pictures ${name}, ${look.theme}, ${look.width} px wide`, async ({ browser }) => {
        test.slow()
        for (const { screens, signedIn } of parts) {
          const context = await openLook(browser, look, signedIn)
          await tour(context, look, screens, async (page, screen) => {
            await page.screenshot({ path: `${folder}/${screen}-${look.width}-${look.theme}.png` })
          })
          await context.close()
        }
      })
    }
  })
}
