import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { chromiumLaunch } from '../../chromium.js'
import { startServer } from '../../server.js'
import { setUpWorkspace } from '../clients/workspace.js'
import { NotPossibleHere, type Run } from '../run.js'
import { comeBackLater } from './offline/come-back.js'
import { denyKeeping } from './offline/denied.js'
import { leaveUnsaved } from './offline/leave.js'

export const offline: Run = {
  name: 'offline',
  rules: ['D6'],
  about: 'writes in a real browser without a connection, closes it, opens it again, and denies it its storage',
  async perform(context) {
    const { defer, long } = context
    if (!existsSync(chromiumLaunch.executablePath)) {
      throw new NotPossibleHere(`There is no Chromium at ${chromiumLaunch.executablePath}. Install it.`)
    }
    const server = await startServer()
    defer(() => server.stop())
    const { admin } = await setUpWorkspace(server)
    const profile = await mkdtemp(join(tmpdir(), 'colophon-profile-'))
    defer(() => rm(profile, { recursive: true, force: true }))

    let browser: BrowserContext | undefined
    defer(() => browser?.close())
    /** A browser that comes back with what it had kept when it was closed. */
    const openBrowser = async () => {
      await browser?.close()
      browser = await chromium.launchPersistentContext(profile, {
        ...chromiumLaunch,
        viewport: { width: 1440, height: 900 },
      })
      await browser.addCookies(admin.headers.cookie.split('; ').map((pair) => cookieOf(pair, server.url)))
      return browser
    }
    for (let round = 0; round < (long ? 8 : 1); round += 1)
      await comeBackLater(context, { server, member: admin, openBrowser, round })
    await leaveUnsaved(context, { server, member: admin, openBrowser })
    await denyKeeping(context, { server, member: admin, openBrowser })
  },
}

function cookieOf(pair: string, url: string) {
  const at = pair.indexOf('=')
  return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
}
