import { once } from 'node:events'
import type { RunningServer } from '../../../server.js'
import { awarenessFrame } from '../../clients/frames.js'
import type { Member } from '../../clients/member.js'
import { lastText } from '../../clients/prose.js'
import { forgetMost, megabytes, memoryOf } from '../../measure/memory.js'
import { type RunContext, seconds } from '../../run.js'

const readers = 10
const pasteBytes = 1_000_000
/** What may wait for one reader is bounded, so what waits for ten is too; a server that keeps all would hold a gigabyte. */
const pastes = 100
const grownBytes = 600e6

/** Lets people stop reading while others paste: they must be let go, and cost no more than their buffers' cap. */
export async function dropSlowReaders(
  { figure, holds, defer }: RunContext,
  server: RunningServer,
  author: Member,
  members: readonly Member[],
): Promise<void> {
  const recordId = await author.createRecord('Read slowly')
  const writer = await author.open(recordId)
  await writer.sync()
  const slow = await Promise.all(
    Array.from({ length: readers }, (_, index) =>
      (members[1 + (index % 2)] ?? author).open(recordId, { part: 'listener' }),
    ),
  )
  defer(() => {
    for (const client of slow) client.close()
  })
  for (const client of slow) client.send(awarenessFrame([{ client: client.doc.clientID, clock: 1, state: '{}' }]))
  const present = () => slow.filter(({ doc }) => writer.awareness.getStates().has(doc.clientID)).length
  await writer.until('all readers to be there', () => present() === readers)
  for (const { socket } of slow) socket.pause()
  await forgetMost(server.pid)
  const before = await memoryOf(server.pid)

  const since = performance.now()
  let pasted = 0
  while (pasted < pastes && present() > 0) {
    const text = lastText(writer.doc.getXmlFragment('slot:KNOWN_ISSUES'))
    text.insert(0, 'x'.repeat(pasteBytes))
    await writer.allSaved()
    text.delete(0, pasteBytes)
    await writer.allSaved()
    pasted += 1
  }
  await writer.until('the slow readers to be let go', () => present() === 0)
  figure(
    'slow readers let go',
    `${readers}, after ${megabytes(pasted * pasteBytes)} and ${seconds(performance.now() - since)}`,
  )
  const after = await memoryOf(server.pid)
  if (before && after) {
    figure('memory beside slow readers', `${megabytes(before.now)} before, ${megabytes(after.most)} at most`)
    holds('A7', after.most - before.now < grownBytes, `Slow readers cost ${megabytes(after.most - before.now)}`)
  }
  for (const client of slow) {
    const closed = once(client.socket, 'close')
    client.socket.resume()
    await closed
  }
  holds('A7', writer.isOpen(), 'Who wrote was let go too')
  writer.close()
}
