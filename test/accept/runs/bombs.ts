import { startServer } from '../../server.js'
import type { Member } from '../clients/member.js'
import { ClosedUnsaved, type SocketClient } from '../clients/socket-client.js'
import { setUpWorkspace, type Workspace } from '../clients/workspace.js'
import { forgetMost, megabytes, memoryOf } from '../measure/memory.js'
import { type Prober, stalledMs, startProber } from '../measure/prober.js'
import { type Run, type RunContext, seconds } from '../run.js'
import { WaitedInVain, within } from '../watched.js'
import { type Bomb, bombs } from './bombs/bombs.js'

export const bombRun: Run = {
  name: 'bombs',
  rules: ['A6', 'S6'],
  about:
    'sends frames that cost a stock server hundreds of megabytes or many seconds, and watches memory and another room',
  async perform(context) {
    const server = await startServer()
    context.defer(() => server.stop())
    const workspace = await setUpWorkspace(server)
    const watcher = await workspace.join('Prober')
    let prober = await startProber(context, server, watcher)
    const mallory = await workspace.join('Mallory')
    const faults: string[] = []
    for (const bomb of bombs) {
      const fault = await drop(context, bomb, { pid: server.pid, workspace, prober, mallory }).catch(harmTo)
      if (fault !== undefined) faults.push(`${bomb.name}: ${fault}`)
      if (fault?.startsWith(stuckServer)) {
        await server.end('SIGKILL')
        await server.start()
        prober = await startProber(context, server, watcher)
      }
    }
    context.figure('bombs', bombs.length)
    context.holds('A6', faults.length === 0, `${faults.length} bombs did harm:\n  ${faults.join('\n  ')}\n`)
  },
}

const stuckServer = 'the server is stuck'

/** What went wrong beside the bomb. A server that does not answer any more has to be started again for the next one. */
function harmTo(error: unknown): string {
  if (error instanceof WaitedInVain) return `${stuckServer}: ${error.message}`
  if (error instanceof ClosedUnsaved) return `somebody else cannot write in the record any more: ${error.message}`
  throw error
}

/** Memory may grow by what an edit of four megabytes needs on its way. */
const grownBytes = 250e6
const answeredWithinMs = 20_000

interface Target {
  pid: number
  workspace: Workspace
  prober: Prober
  mallory: Member
}

/** Drops a bomb on a record of its own. @returns what harm it did. */
async function drop(
  { figure }: RunContext,
  bomb: Bomb,
  { pid, workspace, prober, mallory }: Target,
): Promise<string | undefined> {
  const { admin } = workspace
  const recordId = await admin.createRecord(bomb.name)
  const client = await mallory.open(recordId, { part: 'listener' })
  await client.sync()
  const frames = bomb.frames()
  await prober.figures()
  await forgetMost(pid)
  const before = await memoryOf(pid)

  const since = performance.now()
  for (const frame of frames) client.send(frame)
  await barrier(client)
  const tookMs = performance.now() - since
  await editBeside(admin, recordId)
  await barrier(client)
  const code = client.isOpen() ? undefined : (await client.closed).code
  const saved = client.saved()
  client.close()

  const probes = await prober.figures()
  const after = await memoryOf(pid)
  const grown = before && after ? after.most - before.now : 0
  const outcome = code === undefined ? `open, ${saved} saved` : `closed with ${code}`
  figure(
    bomb.name,
    `${outcome} after ${seconds(tookMs)}; others waited ${seconds(probes.stall)}; memory +${megabytes(grown)}`,
  )

  const mayBeDropped = bomb.outcome === 'bounded'
  if (code !== undefined && code !== 1008 && code !== 1009 && !mayBeDropped) return `its socket was closed with ${code}`
  if (bomb.outcome === 'closed' && code === undefined) return 'its socket was not closed'
  if (bomb.outcome === 'unsaved' && saved > 0) return 'it was called saved'
  if (!probes.connected) return 'the socket in another room was closed'
  if (probes.stall > stalledMs) return `the server worked on it for ${seconds(probes.stall)} while others waited`
  if (grown > grownBytes) return `memory grew by ${megabytes(grown)}`
  return aftermath(admin, recordId)
}

/** Resolves when the server has done with all that the socket sent so far, or has closed it. */
function barrier(client: SocketClient): Promise<unknown> {
  const answered = Promise.race([client.closed, client.sync().catch(() => client.closed)])
  return within(answered, answeredWithinMs, 'an answer to the bomb')
}

/** What came before in this room is stored, or never will be, once this is. */
async function editBeside(member: Member, recordId: string): Promise<void> {
  const other = await within(member.open(recordId), answeredWithinMs, 'somebody else to open the record')
  await within(other.sync(), answeredWithinMs, 'somebody else to be synced')
  other.doc.getMap('ticks').set('t9', true)
  await other.allSaved(answeredWithinMs)
  other.close()
}

/** The record itself must still be there for others. @returns what is wrong with it. */
async function aftermath(member: Member, recordId: string): Promise<string | undefined> {
  const since = performance.now()
  const exported = await member.request('GET', `/api/v1/records/${recordId}/markdown`)
  if (!exported.ok) return `the record cannot be exported any more (${exported.status})`
  const tookMs = performance.now() - since
  if (tookMs > answeredWithinMs) return `exporting the record takes ${seconds(tookMs)}`
  return undefined
}
