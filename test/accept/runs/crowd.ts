import { execFileSync } from 'node:child_process'
import { startServer } from '../../server.js'
import type { Member } from '../clients/member.js'
import { setUpWorkspace } from '../clients/workspace.js'
import { forgetMost, memoryOf } from '../measure/memory.js'
import { judgeStall, startProber } from '../measure/prober.js'
import { NotPossibleHere, type Run, type RunContext, seconds } from '../run.js'
import { createIdleCrowd, type IdleCrowd } from './crowd/idle-crowd.js'
import { dropSlowReaders } from './crowd/slow-readers.js'

export const crowd: Run = {
  name: 'crowd',
  rules: ['A7'],
  about: 'holds thousands of idle sockets, lets them all come back at once, and does not read what it asked for',
  async perform(context) {
    const { figure, holds, long } = context
    const size = sizeFor(long ? 10_000 : 2_000, context)
    const server = await startServer()
    context.defer(() => server.stop())
    const { admin, join } = await setUpWorkspace(server)
    const prober = await startProber(context, server, await join('Prober'))
    const members: [Member, ...Member[]] = [admin]
    while (members.length * socketsEach < size) members.push(await join(`Person ${members.length}`))
    const recordIds: string[] = []
    for (let index = 0; index < size / 100; index += 1) recordIds.push(await admin.createRecord(`Crowd ${index}`))
    const idle = createIdleCrowd({ url: server.url, members, recordIds })
    context.defer(idle.leave)

    await prober.figures()
    await forgetMost(server.pid)
    const before = await memoryOf(server.pid)
    await idle.gather(size)
    const after = await memoryOf(server.pid)
    figure('idle sockets', idle.open())
    if (before && after) figure('memory per idle socket', `${((after.now - before.now) / size / 1024).toFixed(1)} KB`)
    judgeStall(context, await prober.figures(), 'others, while they came')

    await comeBack(context, idle, Math.min(2_000, size))
    judgeStall(context, await prober.figures(), 'others, while they came back at once')
    await dropSlowReaders(context, server, admin, members)
    judgeStall(context, await prober.figures(), 'others, beside slow readers')
    holds('A7', idle.open() === size, `${size - idle.open()} of ${size} idle sockets were dropped`)
  },
}

/** Fewer than one person may have open, and so many that half of them can come back at once. */
const socketsEach = 125

/** For the server’s own files and this process’s. */
const spareFiles = 500

/** @throws NotPossibleHere where hardly any sockets can be opened. */
function sizeFor(wanted: number, { figure }: RunContext): number {
  const text = execFileSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()
  const size = text === 'unlimited' ? wanted : Math.min(wanted, Number(text) - spareFiles)
  if (size < 200) throw new NotPossibleHere(`A process may open ${text} files. Raise \`ulimit -n\`.`)
  if (size < wanted) figure('fewer sockets than wanted', `${size} of ${wanted}, because \`ulimit -n\` is ${text}`)
  return size
}

/** As after a cut of the line: all are gone, and all are back as soon as the server takes them. */
async function comeBack({ figure }: RunContext, idle: IdleCrowd, count: number): Promise<void> {
  idle.cut(count)
  const since = performance.now()
  const turnedAway = await idle.comeAtOnce(count)
  figure('back at once', `${count}, all of them within ${seconds(performance.now() - since)}`)
  figure('times one of them was told to come later', turnedAway)
}
