import type { RunningServer } from '../../../server.js'
import type { Member } from '../../clients/member.js'
import { type RunContext, seconds } from '../../run.js'
import { type Fault, says, type, wrote } from './fault.js'

/** Ends the server while it cannot store: in good time, without a lie, and without harm to what was stored before. */
export async function stopInTrouble(
  { figure, holds }: RunContext,
  fault: Fault,
  server: RunningServer,
  member: Member,
  recordId: string,
): Promise<void> {
  const writer = await member.open(recordId)
  await writer.sync()
  type(writer, 'stored ')
  await writer.allSaved()
  const savedBefore = writer.saved()
  await fault.begin()
  type(writer, `unsaved ${'ballast '.repeat(2_000)}`)
  await writer.until('store-trouble', () => says(writer, 'store-trouble'))
  const { code, signal, tookMs } = await server.end('SIGTERM')
  await writer.closed
  figure(`${fault.name}: SIGTERM to exit, in trouble`, `${seconds(tookMs)}, code ${code ?? signal}`)
  holds('D3', tookMs < stoppedWithinMs, `The server took ${seconds(tookMs)} to stop`)
  holds('D3', writer.saved() === savedBefore, 'An edit was called saved while nothing could be stored')

  await fault.end()
  await server.start()
  const printed = await member.markdown(recordId)
  holds('D3', printed.includes('stored'), 'An edit that was called saved is gone')
  const back = await member.open(recordId, { doc: writer.doc })
  await back.sync()
  await back.allSaved()
  holds('D3', wrote(back).includes('unsaved'), 'What its author had kept is gone')
  holds('D3', (await member.markdown(recordId)).includes('unsaved'), 'What its author had kept did not arrive')
  back.close()
}

/** The goal is 10 seconds. */
const stoppedWithinMs = 12_000
