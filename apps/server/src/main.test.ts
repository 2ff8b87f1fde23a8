import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from './testing/browser.js'
import { sourceArgv, sourcePath } from './testing/source-process.js'
import { ada } from './testing/test-server.js'

let dataDir: string
let running: ChildProcess[]

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'colophon-main-')), 'data')
  running = []
})
afterEach(async () => {
  for (const child of running) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  await rm(join(dataDir, '..'), { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = await listening(0)
  const port = portOf(server)
  server.close()
  await once(server, 'close')
  return port
}

async function listening(port: number): Promise<Server> {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Runs the real `main` in a process of its own, with nothing but `env` in its environment. */
function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [...sourceArgv, sourcePath('main.ts')], {
    env: { DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  const output: string[] = []
  const errors: string[] = []
  const lines = createInterface(child.stdout)
  lines.on('line', (line) => output.push(line))
  createInterface(child.stderr).on('line', (line) => errors.push(line))
  const closed = once(child, 'close').then(([code]: unknown[]) => code)

  async function ready(): Promise<void> {
    const said = new Promise<void>((resolve) => {
      lines.on('line', (line) => line.startsWith('Colophon is ready') && resolve())
    })
    const ended = closed.then((code) => {
      throw new Error(`ended with ${code}: ${[...errors, ...output].join('\n')}`)
    })
    await Promise.race([said, ended])
  }

  return { child, closed, ready, output, errors: () => errors.join('\n') }
}

const setupLink = (output: string[]) => output.find((line) => line.includes('/setup#'))

describe('the process', () => {
  test('[D3] starts, serves, and ends on SIGTERM with code 0 and everything saved', async () => {
    const port = await freePort()
    const first = run({ PORT: `${port}` })
    await first.ready()
    const url = `http://127.0.0.1:${port}`
    const token = new URL(setupLink(first.output) ?? '').hash.slice(1)
    const browser = openBrowser(url, url)
    expect((await browser.send('POST', '/api/v1/join', { token, workspace: 'Ink & Co', ...ada })).status).toBe(201)
    const made = await browser.send('POST', '/api/v1/records', { title: 'Kept' })
    expect(made.status).toBe(201)
    first.child.kill('SIGTERM')
    expect(await first.closed).toBe(0)

    const second = run({ PORT: `${port}` })
    await second.ready()
    expect(setupLink(second.output)).toBeUndefined()
    await expect((await browser.get('/api/v1/records')).json()).resolves.toMatchObject({ records: [{ title: 'Kept' }] })
    second.child.kill('SIGINT')
    expect(await second.closed).toBe(0)
  })

  test('[A3] each start before set-up prints a fresh link, and keeps only its hash', async () => {
    const links: string[] = []
    for (let start = 0; start < 2; start++) {
      const server = run({ PORT: `${await freePort()}` })
      await server.ready()
      links.push(setupLink(server.output) ?? '')
      server.child.kill('SIGTERM')
      await server.closed
    }
    const [first = '', second = ''] = links.map((link) => new URL(link).hash.slice(1))
    expect(first).toMatch(/^[\w-]{43}$/)
    expect(second).not.toBe(first)
    const file = await readFile(join(dataDir, 'colophon.json'), 'utf8')
    expect(file).not.toContain(first)
    expect(file).not.toContain(second)
  })
})

describe('a start that cannot be', () => {
  async function refused(env: Record<string, string>): Promise<string> {
    const server = run(env)
    expect(await server.closed).toBe(1)
    const message = server.errors()
    expect(message).not.toMatch(/\n\s+at /)
    expect(message.split('\n')).toHaveLength(1)
    return message
  }

  test('a bad setting is named', async () => {
    expect(await refused({ PORT: 'eighty' })).toContain('PORT must be a whole number')
  })

  test('a database is not in this version', async () => {
    expect(await refused({ DATABASE_URL: 'postgres://db' })).toContain('DATABASE_URL is set')
  })

  test('a port in use is named', async () => {
    const other = await listening(0)
    try {
      const port = portOf(other)
      expect(await refused({ PORT: `${port}` })).toContain(`port ${port} is in use`)
    } finally {
      other.close()
    }
  })

  test('[D4] a folder that another Colophon uses is named', async () => {
    const first = run({ PORT: `${await freePort()}` })
    await first.ready()
    expect(await refused({ PORT: `${await freePort()}` })).toContain(dataDir)
    first.child.kill('SIGTERM')
    expect(await first.closed).toBe(0)
  })

  test('a data folder that is a file is named', async () => {
    await writeFile(dataDir, 'not a folder')
    expect(await refused({ PORT: `${await freePort()}` })).toContain(dataDir)
  })
})
