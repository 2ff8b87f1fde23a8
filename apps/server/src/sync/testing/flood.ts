import { once } from 'node:events'
import { frameType, syncType } from '@colophon/protocol'
import { WebSocket } from 'ws'
import { encodeAwarenessFrame, encodeSyncFrame } from '../sockets/sync-frame.js'
import { ada, identityHeader } from './people.js'

/** A process that sends a great many frames of one kind at once, and reads what it is answered; it is there to be killed. */
const [url = '', kind = '', count = '0'] = process.argv.slice(2)
const origin = 'http://colophon.test'

const frames: Readonly<Record<string, Uint8Array>> = {
  questions: encodeSyncFrame(syncType.step1, Uint8Array.of(0)),
  'presence-questions': Uint8Array.of(frameType.queryAwareness),
  carets: encodeAwarenessFrame([Uint8Array.of(5, 1, 2, ...Buffer.from('{}'))]),
}

const frame = frames[kind]
if (frame === undefined) throw new Error(`There is no flood of ${kind}.`)
const socket = new WebSocket(url, { origin, headers: { [identityHeader]: JSON.stringify(ada) } })
await once(socket, 'open')
for (let sent = 0; sent < Number(count); sent += 1) socket.send(frame)
process.stdout.write('sent\n')
socket.on('close', (code) => process.stdout.write(`closed ${code}\n`))
setInterval(() => undefined, 60_000)
