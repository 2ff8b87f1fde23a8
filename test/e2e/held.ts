import type { Page, Route } from '@playwright/test'

/** Keeps back requests to an address. @returns a way to let them go. */
export async function holdBack(page: Page, address: string): Promise<() => Promise<void>> {
  const held: Route[] = []
  await page.route(address, (route) => void held.push(route))
  return async () => {
    await Promise.all(held.map((route) => route.continue()))
    await page.unroute(address)
  }
}
