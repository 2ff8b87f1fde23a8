import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const entry = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url))

/** A real Colophon, built and started as an operator would, on a port and a folder of its own. */
export interface RunningServer {
  readonly url: string
  readonly dataDir: string
  /** The link that the first start prints. */
  readonly setupLink: string
  /** Ends the process as an operator does, or as a power cut does. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** Starts it again on the same data. */
  start(): Promise<void>
  /** Ends it for good, and removes its data. */
  stop(): Promise<void>
}

export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'colophon-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const run = () => launch({ ...env, PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: url, LOG_LEVEL: 'warn' })
  const first = await run()
  let child = first.process
  return {
    url,
    dataDir,
    setupLink: /http\S+\/setup#\S+/.exec(first.output)?.[0] ?? '',
    end: (signal) => end(child, signal),
    async start() {
      child = (await run()).process
    },
    async stop() {
      await end(child, 'SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function launch(env: Readonly<Record<string, string>>): Promise<{ process: ChildProcess; output: string }> {
  const child = spawn(process.execPath, [entry], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stderr.on('data', (chunk: Buffer) => {
    output += String(chunk)
  })
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += String(chunk)
      if (output.includes('Colophon is ready')) resolve({ process: child, output })
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready:\n${output}`)))
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
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
