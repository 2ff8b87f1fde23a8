import { awarenessFrame } from '../../clients/frames.js'
import type { Member } from '../../clients/member.js'
import type { Attempt } from './parts.js'

/** Says things about others, or of oneself as somebody else. */
export const forgeAwareness: Attempt = async ({ holds }, { ada, mallory }) => {
  const recordId = await ada.createRecord('Who is here')
  const adas = await ada.open(recordId)
  const forger = await mallory.open(recordId, { part: 'listener' })
  const witness = await ada.open(recordId, { part: 'listener' })
  await Promise.all([adas.sync(), forger.sync(), witness.sync()])
  const say = (client: number, clock: number, state: object | null) => ({ client, clock, state: JSON.stringify(state) })
  const nameOf = (client: number): unknown => witness.awareness.getStates().get(client)?.user?.name
  const here = (client: number) => witness.awareness.getStates().has(client)

  adas.send(awarenessFrame([say(adas.doc.clientID, 1, { cursor: 1 })]))
  await witness.until('Ada to be seen', () => here(adas.doc.clientID))
  holds('A4', nameOf(adas.doc.clientID) === ada.name, 'Ada is not seen under her name')

  const herself = forger.doc.clientID
  forger.send(
    awarenessFrame([
      say(herself, 1, { user: { name: ada.name, id: 'admin' }, cursor: 2 }),
      say(adas.doc.clientID, 99, null),
      say(adas.doc.clientID, 100, { cursor: 3, forged: true }),
      ...[11, 12, 13].map((ghost) => say(ghost, 1, { user: { name: 'Ghost' } })),
    ]),
  )
  await witness.until('Mallory to be seen', () => here(herself))
  // One more of Ada's, so that all that came before it has been passed on.
  adas.send(awarenessFrame([say(adas.doc.clientID, 2, { cursor: 4 })]))
  const stateOf = (client: number): unknown => witness.awareness.getStates().get(client)?.cursor
  await witness.until('Ada to move', () => stateOf(adas.doc.clientID) === 4)
  holds('A4', nameOf(herself) === mallory.name, `Mallory is seen as ${String(nameOf(herself))}`)
  holds(
    'A4',
    !JSON.stringify(witness.awareness.getStates().get(adas.doc.clientID)).includes('forged'),
    'Mallory spoke for Ada',
  )
  holds('A4', ![11, 12, 13].some(here), 'Mallory planted ghosts')

  await tooMuch(holds, mallory, recordId)
  forger.close()
  await witness.until('Mallory to be gone', () => !here(herself))
  for (const client of [adas, witness]) client.close()
}

async function tooMuch(holds: Parameters<Attempt>[0]['holds'], mallory: Member, recordId: string): Promise<void> {
  const talker = await mallory.open(recordId, { part: 'listener' })
  const state = JSON.stringify({ cursor: 'x'.repeat(4_200) })
  talker.send(awarenessFrame([{ client: talker.doc.clientID, clock: 1, state }]))
  const { code } = await talker.closed
  holds('A4', code === 1009 || code === 1008, `Over 4 KB of awareness closed the socket with ${code}`)
}
