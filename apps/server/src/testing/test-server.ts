import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { newTokenSchema, type TokenScope } from '@colophon/protocol'
import type { GuardedRoute } from '../http/guard.js'
import { loadSealKey, loadSecret } from '../identity/secret.js'
import { createLog } from '../log.js'
import { createServer, type ServerParts } from '../server.js'
import { openLowdbStore } from '../store/lowdb/open.js'
import type { Identity } from '../sync/rooms.js'
import { type Browser, openBrowser } from './browser.js'
import { sourceArgv } from './source-process.js'

/** A whole server on a free port, with its data in a folder of its own. */
export interface TestServer {
  readonly url: string
  readonly dataDir: string
  routes(): GuardedRoute[]
  /** Everything that was logged, as one text. */
  logText(): string
  setupToken(): string
  /** Takes the set-up link as Ada. @returns her browser. */
  setUp(): Promise<Browser>
  /** Another person, signed in; named as their role where nothing else is said. */
  person(role: Identity['role'], account?: typeof ada): Promise<Browser>
  /** A script with a new API token of whoever is signed in in `browser`. */
  tokenOf(browser: Browser, scope: TokenScope): Promise<Browser>
  /** A browser on the server's own page, with nobody signed in. */
  browser(): Browser
  /** A script: no page, no cookies. */
  script(headers: Record<string, string>): Browser
  /** May be called again. */
  close(): Promise<void>
}

export const publicUrl = 'http://localhost:4280'
export const adminToken = 'test-token-of-more-than-32-characters'
export const ada = { name: 'Ada', email: 'ada@colophon.example', password: 'analytical engine' }

export interface TestServerOptions {
  publicUrl?: string
  bounds?: ServerParts['bounds']
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-server-'))
  const dataDir = join(folder, 'data')
  const clientFolder = await makeClient(join(folder, 'client'))
  const lines: string[] = []
  const log = createLog(
    'info',
    new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) }),
  )
  const origin = options.publicUrl ?? publicUrl

  const store = await openLowdbStore(dataDir, log)
  const server = await createServer({
    config: { publicUrl: origin, adminToken },
    store,
    secret: await loadSecret(dataDir),
    sealKey: await loadSealKey(dataDir),
    log,
    clientFolder,
    // The machine may be busy with other tests; what the server does then, and how long a task may take has its own tests.
    bounds: { pressure: { maxEventLoopDelay: 0 }, ...options.bounds },
    threads: { execArgv: sourceArgv, deadlineMs: 60_000 },
  })
  const setupToken = await server.renewSetup()
  const url = await server.listen({ host: '127.0.0.1', port: 0 })

  let closed: Promise<void> | undefined
  async function close(): Promise<void> {
    await server.close()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }

  return {
    url,
    dataDir,
    routes: server.routes,
    logText: () => lines.join(''),
    setupToken: () => setupToken ?? '',
    browser: () => openBrowser(url, origin),
    script: (headers) => openBrowser(url, undefined, headers),

    async setUp() {
      const browser = openBrowser(url, origin)
      const response = await browser.send('POST', '/api/v1/join', { token: setupToken, workspace: 'Ink & Co', ...ada })
      if (!response.ok) throw new Error(await response.text())
      return browser
    },

    async person(role, account = accountOf(role)) {
      const browser = openBrowser(url, origin)
      await server.accounts.create({ ...account, role })
      const response = await browser.send('POST', '/api/auth/sign-in/email', account)
      if (!response.ok) throw new Error(await response.text())
      return browser
    },

    async tokenOf(browser, scope) {
      const response = await browser.send('POST', '/api/v1/tokens', { name: `To ${scope}`, scope })
      if (!response.ok) throw new Error(await response.text())
      const { secret } = newTokenSchema.parse(await response.json())
      return openBrowser(url, undefined, { authorization: `Bearer ${secret}` })
    },

    close: () => (closed ??= close()),
  }
}

function accountOf(role: Identity['role']): typeof ada {
  const name = `${role[0]?.toUpperCase()}${role.slice(1)}`
  return { name, email: `${role}@colophon.example`, password: `password of ${role}` }
}

async function makeClient(folder: string): Promise<string> {
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Colophon</title>')
  await writeFile(join(folder, 'assets', 'app-1a2b3c.js'), 'export {}\n')
  return folder
}
