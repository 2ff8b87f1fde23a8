import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A real Colophon, built and started as an operator would, on a port and a folder of its own. */
export interface RunningServer {
  readonly url: string
  readonly dataDir: string
  /** The link that the first start prints. */
  readonly setupLink: string
  /** Of the process that runs now, or ran last. */
  readonly pid: number
  /** Ends the process as an operator does, or as a power cut does. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending>
  /** Starts it again on the same data. @throws ServerEnded */
  start(): Promise<void>
  /** Ends it for good, and removes its data where the folder was made for it. */
  stop(): Promise<void>
}

/** How a process came to its end. */
export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** How long it took, milliseconds. */
  readonly tookMs: number
}

export interface ServerOptions {
  /** Settings on top of those that give it its place. */
  readonly env?: Readonly<Record<string, string>>
  /** A folder that is there already; a new one by default. */
  readonly dataDir?: string
  /** Options for Node itself, such as a module to load first. */
  readonly execArgv?: readonly string[]
}

/** The process ended before it was ready; `output` is what it said. */
export class ServerEnded extends Error {
  readonly code = 'server-ended'
  override readonly name = 'ServerEnded'
  constructor(
    readonly exitCode: number | null,
    readonly signal: NodeJS.Signals | null,
    readonly output: string,
  ) {
    super(`The server ended with ${exitCode ?? signal} before it was ready:\n${output}`)
  }
}

/** @throws ServerEnded when it does not come up. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'colophon-')))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const place = { PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: url, LOG_LEVEL: 'warn' }
  let child = launch(options, place)
  const output = await ready(child)
  return {
    url,
    dataDir,
    setupLink: /http\S+\/setup#\S+/.exec(output)?.[0] ?? '',
    get pid() {
      return child.pid ?? 0
    },
    end: (signal) => end(child, signal),
    async start() {
      child = launch(options, place)
      await ready(child)
    },
    async stop() {
      await end(child, 'SIGTERM')
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The build that is run: this tree's, or the one that `COLOPHON_MAIN` names. */
const entry = process.env.COLOPHON_MAIN ?? fileURLToPath(new URL('../apps/server/dist/main.js', import.meta.url))

function launch({ env, execArgv = [] }: ServerOptions, place: Readonly<Record<string, string>>) {
  return spawn(process.execPath, [...execArgv, entry], {
    env: { ...process.env, ...place, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** @returns what the process said until it was ready. */
function ready(child: ReturnType<typeof launch>): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += String(chunk)
      if (output.includes('Colophon is ready')) resolve(output)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', (code, signal) => reject(new ServerEnded(code, signal, output)))
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending> {
  const since = performance.now()
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return { code: child.exitCode, signal: child.signalCode, tookMs: performance.now() - since }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
