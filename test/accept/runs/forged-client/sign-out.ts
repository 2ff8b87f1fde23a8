import { signIn } from '../../clients/workspace.js'
import { seconds } from '../../run.js'
import { within } from '../../watched.js'
import type { Attempt } from './parts.js'

/** The goal is one second; on a machine that is busy with other things more is reported, and only far more is a fault. */
const cutWithinMs = 5_000

/** Goes on writing after signing out. */
export const signOut: Attempt = async ({ holds, figure }, { url, ada, mallory }) => {
  const recordId = await ada.createRecord('Signed out of')
  const leaver = await signIn(url, mallory.email)
  const socket = await leaver.open(recordId)
  await socket.sync()
  const since = performance.now()
  await leaver.request('POST', '/api/auth/sign-out', {})
  const { code } = await within(socket.closed, cutWithinMs, 'the socket to be cut')
  figure('from signing out to the socket’s end', seconds(performance.now() - since))
  holds('A2', code === 4001, `Signing out closed the socket with ${code}, not with 4001`)
  const back = await leaver.open(recordId).catch(String)
  holds('A1', typeof back === 'string' && back.includes('401'), 'Somebody who signed out could open a record again')
}
