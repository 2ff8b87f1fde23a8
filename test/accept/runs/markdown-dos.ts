import { limits, problemSchema, recordDetailsSchema } from '@colophon/protocol'
import * as prng from 'lib0/prng'
import { startServer } from '../../server.js'
import type { Member } from '../clients/member.js'
import { setUpWorkspace } from '../clients/workspace.js'
import { forgetMost, megabytes, memoryOf } from '../measure/memory.js'
import { judgeStall, startProber } from '../measure/prober.js'
import { type Run, type RunContext, seconds } from '../run.js'
import { within } from '../watched.js'
import { type Hostile, honestFile, hostileFiles } from './markdown-dos/hostile.js'

export const markdownDos: Run = {
  name: 'markdown-dos',
  rules: ['M4', 'A6'],
  about: 'imports Markdown that is slow to read, as long as it may be, and watches what others wait for',
  async perform(context) {
    const { chance, figure, long } = context
    const server = await startServer()
    context.defer(() => server.stop())
    const workspace = await setUpWorkspace(server)
    const prober = await startProber(context, server, await workspace.join('Prober'))
    // A test has time for some of them, which its seed chooses.
    const chosen = hostileFiles(chance).filter(() => long || prng.int32(chance, 0, 2) === 0)
    const sizes = long ? [20_000, 100_000, 1_000_000, limits.importBytes - 1_000] : [100_000, 1_000_000]
    await prober.figures()
    await forgetMost(server.pid)
    const before = await memoryOf(server.pid)
    const faults: string[] = []
    let worst = { name: '', ms: 0 }
    for (const size of sizes) {
      // Nobody may import more than some files a minute.
      const importer = await workspace.join(`Importer ${size}`)
      for (const file of chosen) {
        const { ms, fault } = await send(context, importer, file, size)
        if (fault !== undefined) faults.push(`${file.name}, ${size} bytes: ${fault}`)
        if (ms > worst.ms) worst = { name: `${file.name}, ${size} bytes`, ms }
      }
    }
    await tooLong(context, workspace.admin)
    await longButHonest(context, workspace.admin)
    const after = await memoryOf(server.pid)
    figure('files', sizes.length * chosen.length)
    figure('the longest answer', `${seconds(worst.ms)} (${worst.name}); the goal is 250 ms or a refusal`)
    if (before && after) figure('memory', `${megabytes(before.now)} before, ${megabytes(after.most)} at most`)
    judgeStall(context, await prober.figures(), 'others')
    context.holds('M4', faults.length === 0, `${faults.length} files were answered badly:\n  ${faults.join('\n  ')}\n`)
  },
}

/** The server gives up on a file after some seconds; more is a fault. */
const answeredWithinMs = 30_000

/** @returns how long the answer took, and what was wrong with it. */
async function send({ figure }: RunContext, member: Member, { name, make }: Hostile, size: number) {
  const file = make(size)
  const since = performance.now()
  const response = await within(member.import(file), answeredWithinMs, `an answer to ${name}`)
  const ms = performance.now() - since
  const body: unknown = await response.json()
  const label = `${name}, ${file.length} characters`
  if (response.ok) {
    const { id } = recordDetailsSchema.parse(body)
    const exported = await exportOf(member, id)
    figure(label, `${response.status} after ${seconds(ms)}, exported in ${seconds(exported.ms)}`)
    return { ms, ...exported.fault }
  }
  const problem = problemSchema.safeParse(body)
  figure(label, `${response.status} ${problem.data?.code} after ${seconds(ms)}`)
  const isRefusal = response.status < 500 || response.status === 503
  const isClear = problem.success && problem.data.detail.length > 20
  return isRefusal && isClear ? { ms } : { ms, fault: `${response.status} ${problem.data?.detail}` }
}

/** What was taken must be given back, too, without anybody else waiting for it. */
async function exportOf(member: Member, recordId: string) {
  const since = performance.now()
  const address = `/api/v1/records/${recordId}/markdown`
  const response = await within(member.request('GET', address), answeredWithinMs, 'an export')
  await response.arrayBuffer()
  const ms = performance.now() - since
  return response.ok ? { ms } : { ms, fault: { fault: `it was read, and its export answered with ${response.status}` } }
}

async function tooLong({ holds }: RunContext, member: Member): Promise<void> {
  const response = await member.import('x'.repeat(limits.importBytes + 1))
  holds('M4', response.status === 413, `A file over the limit was answered with ${response.status}`)
}

/** What refuses the others must not refuse this. */
async function longButHonest({ holds, figure }: RunContext, member: Member): Promise<void> {
  const since = performance.now()
  const response = await member.import(honestFile(honestBytes))
  await response.arrayBuffer()
  figure(`an honest record, ${honestBytes} bytes`, `${response.status} after ${seconds(performance.now() - since)}`)
  holds('M4', response.ok, `An honest record of ${honestBytes} bytes was answered with ${response.status}`)
}

const honestBytes = 200_000
