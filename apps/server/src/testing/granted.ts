import type { Browser } from './browser.js'

/** Whether somebody gets past the door of a route; what is behind it may still refuse what they ask for. */
export async function isGranted(caller: Browser | undefined, method: string, address: string): Promise<boolean> {
  const response = await caller?.request(address, { method })
  await response?.arrayBuffer()
  return response !== undefined && response.status !== 401 && response.status !== 403
}
