import { schemaVersion } from '@colophon/protocol'

const key = 'colophon.reloaded'

/**
 * Loads the page again for the server's own version of it. A tab does so once with each version that it was given: where
 * something in between still answers with the old page, a second time would be no better, and then a person decides.
 * @see docs/spec.md S5
 */
export function reloadOnce(): void {
  const version = String(schemaVersion)
  try {
    if (sessionStorage.getItem(key) === version) return
    sessionStorage.setItem(key, version)
  } catch {
    // Without a place to remember that it was done, it might be done for ever.
    return
  }
  window.location.reload()
}
