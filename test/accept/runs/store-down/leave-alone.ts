import { setTimeout as pause } from 'node:timers/promises'
import type { Member } from '../../clients/member.js'
import type { RunContext } from '../../run.js'
import { type Fault, says, storedWithinMs, type, wrote } from './fault.js'

/** Everybody leaves a record that could not be stored: it must not be unloaded, however long nobody is there. */
export async function leaveAlone({ holds }: RunContext, fault: Fault, member: Member): Promise<void> {
  const recordId = await member.createRecord('Left alone')
  const writer = await member.open(recordId)
  await writer.sync()
  await fault.begin()
  type(writer, `left behind ${'ballast '.repeat(2_000)}`)
  await writer.until('store-trouble', () => says(writer, 'store-trouble'))
  writer.close()
  await writer.closed
  // The server closes rooms without people after 30 ms here: all others are gone soon.
  let open: number | undefined
  for (let look = 0; look < 10; look += 1) {
    await pause(50)
    const metrics = await (await member.request('GET', '/metrics')).text()
    open = Number(/^colophon_rooms_open (\d+)$/m.exec(metrics)?.[1])
    holds('D3', open > 0, 'A record that could not be stored was unloaded')
  }
  holds('D3', open === 1, `${open} records are still loaded, so nothing was shown about this one`)
  await fault.end()
  const reader = await member.open(recordId, { part: 'listener' })
  await reader.sync()
  await reader.until('what was left behind', () => wrote(reader).includes('left behind'), storedWithinMs)
  reader.close()
}
