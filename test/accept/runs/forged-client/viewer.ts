import * as Y from 'yjs'
import { answer } from '../../clients/member.js'
import { lastText } from '../../clients/prose.js'
import { type Attempt, read } from './parts.js'

/** Writes without the right to. */
export const tryAsViewer: Attempt = async ({ holds }, { ada, viewer }) => {
  const recordId = await ada.createRecord('To be read')
  const adas = await ada.open(recordId)
  const viewers = await viewer.open(recordId)
  await Promise.all([adas.sync(), viewers.sync()])
  const text = lastText(viewers.doc.getXmlFragment('slot:KNOWN_ISSUES'))
  text.insert(0, 'by a viewer ')
  await viewers.until('the notice', () => viewers.notices.some(({ kind }) => kind === 'read-only') || !viewers.isOpen())
  await viewers.sync().catch(() => undefined)
  adas.doc.getMap('ticks').set('t1', true)
  await adas.allSaved()
  holds('A2', !read(adas).includes('by a viewer'), 'A viewer’s edit was shown to others')
  const edits = viewers.sent()
  holds('A2', viewers.saved() < edits, 'A viewer’s edit was called saved')
  const fresh = await ada.open(recordId, { part: 'listener' })
  await fresh.sync()
  holds('A2', !read(fresh).includes('by a viewer'), 'A viewer’s edit was stored')
  // Nor does anybody's reading of a viewer's whole document bring it in.
  viewers.sendUpdate(Y.encodeStateAsUpdate(viewers.doc))
  await viewers.sync().catch(() => undefined)
  await adas.sync()
  holds('A2', !read(adas).includes('by a viewer'), 'A viewer’s whole document was taken')
  for (const [method, path, body] of writes(recordId)) {
    const { status } = await viewer.request(method, path, body)
    holds('A2', status === 403, `${method} ${path} answered a viewer with ${status}`)
  }
  await answer(await viewer.request('GET', `/api/v1/records/${recordId}`))
  for (const client of [adas, viewers, fresh]) client.close()
}

function writes(recordId: string): [method: string, path: string, body: object | undefined][] {
  return [
    ['POST', '/api/v1/records', { title: 'Mine' }],
    ['PATCH', `/api/v1/records/${recordId}`, { title: 'Mine' }],
    ['DELETE', `/api/v1/records/${recordId}`, undefined],
    ['POST', '/api/v1/invitations', {}],
  ]
}
