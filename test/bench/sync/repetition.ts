import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { loadCpu } from './processors.js'
import type { Extent, Figures } from './scenario.js'
import type { PeerId } from './servers/peer.js'

/** A repetition in a process of its own. */
export interface Repetition {
  readonly verb: 'prepare' | 'run'
  readonly scenario: string
  readonly peer: PeerId
  readonly folder: string
  readonly extent: Extent
}

/** A repetition came to no figures; the message says why. */
export class RepetitionFailed extends Error {
  readonly code = 'repetition-failed'
  override readonly name = 'RepetitionFailed'
}

/**
 * Runs `measure.ts`, pinned to the load's processor. Whatever it started is gone when this settles.
 * @throws RepetitionFailed
 */
export async function repeat(repetition: Repetition, stop: AbortSignal): Promise<Figures> {
  const { verb, scenario, peer, folder, extent } = repetition
  const argv = [...process.execArgv, measure, verb, scenario, peer, folder, extent]
  const child = spawn('taskset', ['-c', String(loadCpu), process.execPath, ...argv], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  const servers = new Set<number>()
  let figures: Figures | undefined
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + String(chunk)).slice(-4_000)
  })
  child.on('message', (message) => {
    const news = newsSchema.parse(message)
    if (news.started !== undefined) servers.add(news.started)
    if (news.ended !== undefined) servers.delete(news.ended)
    figures = news.figures ?? figures
  })
  const halt = () => void child.kill('SIGTERM')
  const deadline = setTimeout(() => {
    said += `It took longer than ${deadlineMs[verb] / 1_000} seconds.`
    halt()
  }, deadlineMs[verb])
  stop.addEventListener('abort', halt)
  // What it told last may come after its end.
  await Promise.all([once(child, 'exit'), once(child, 'disconnect')])
  clearTimeout(deadline)
  stop.removeEventListener('abort', halt)
  // It ends its servers itself, unless it was killed before it could.
  for (const pid of servers) kill(pid)
  if (figures === undefined) throw new RepetitionFailed(`To ${verb} ${scenario} on ${peer} failed.\n${said}`)
  return figures
}

const measure = fileURLToPath(new URL('./measure.ts', import.meta.url))

const deadlineMs = { prepare: 150_000, run: 90_000 }

const newsSchema = z.object({
  started: z.number().optional(),
  ended: z.number().optional(),
  figures: z.record(z.string(), z.number()).optional(),
})

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
