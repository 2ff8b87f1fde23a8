import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { RunningServer } from '../../server.js'
import type { Identification, Member } from '../clients/member.js'
import type { RunContext } from '../run.js'
import { within } from '../watched.js'
import { type Spread, spell } from './figures.js'

/** Somebody in another room who does nothing but find out how long the server takes to answer. */
export interface Prober {
  /** What it found since the last time it was asked. */
  figures(): Promise<Probes>
}

/** @see spell */
export interface Probes {
  /** A ping on an open socket: whatever stalls the process stalls this. */
  readonly ping: Spread
  /** From an edit to its `saved`. */
  readonly edit: Spread
  /** A request of the health check. */
  readonly http: Spread
  /** How long the server's own work kept a ping waiting at worst, milliseconds; the rest is the machine's doing. */
  readonly stall: number
  /** Whether its socket is still the one it began with. */
  readonly connected: boolean
}

export interface ProberTask {
  readonly url: string
  readonly pid: number
  readonly headers: Identification
  readonly recordId: string
}

/** A process of its own, so that what the run does to the server does not slow down who measures. Ends with the run. */
export async function startProber(
  { defer }: Pick<RunContext, 'defer'>,
  { url, pid }: Pick<RunningServer, 'url' | 'pid'>,
  member: Member,
): Promise<Prober> {
  const task: ProberTask = { url, pid, headers: member.headers, recordId: await member.createRecord('Probed') }
  const child = fork(fileURLToPath(new URL('prober-process.ts', import.meta.url)), [JSON.stringify(task)], {
    execArgv: ['--conditions=source', '--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href],
  })
  defer(async () => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  })
  const answer = async (): Promise<Probes> => {
    const [message]: Probes[] = await within(once(child, 'message'), answerWithinMs, 'an answer of the prober')
    if (message === undefined) throw new Error('The prober said nothing.')
    return message
  }
  await answer()
  return {
    figures() {
      const answered = answer()
      child.send('figures')
      return answered
    },
  }
}

/** Fails where the server stalled for longer than a busy machine explains; reports the rest. The goal is 200 ms. */
export function judgeStall({ holds, figure }: RunContext, probes: Probes, name = 'another room'): void {
  figure(`${name}, ping`, `${spell(probes.ping)}, at most ${Math.round(probes.stall)} ms of it the server’s work`)
  figure(`${name}, edit to saved`, spell(probes.edit))
  figure(`${name}, request`, spell(probes.http))
  holds('A6', probes.connected, 'The prober’s socket in another room was closed')
  holds('A6', probes.stall < stalledMs, `The server worked for ${Math.round(probes.stall)} ms while others waited`)
}

/** The goal is 200 ms; a slow machine takes longer for the same work. */
export const stalledMs = 1_000
const answerWithinMs = 60_000
