import { test as base, type Page } from '@playwright/test'
import { type RunningServer, startServer } from '../server.js'
import { type Seat, setUp } from './people.js'

/** A server, and Ada signed in to it. */
export interface Office {
  readonly server: RunningServer
  readonly seat: Seat
}

/** Tests whose page is Ada's, at the list of records. The office is the worker's: specs that leave its settings alone share it. */
export const test = base.extend<{ page: Page }, { office: Office }>({
  office: [
    async ({ browser }, use) => {
      const server = await startServer()
      await use({ server, seat: await setUp(browser, server) })
      await server.stop()
    },
    { scope: 'worker' },
  ],
  page: async ({ office: { seat, server } }, use) => {
    const page = await seat.context.newPage()
    await page.goto(server.url)
    await use(page)
    await page.close()
  },
})
