// The least that a meeting needs: whatever somebody sends goes to all others in the room. It keeps and checks nothing.
import { WebSocketServer } from 'ws'

/** @type {Map<string, Set<import('ws').WebSocket>>} */
const rooms = new Map()

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT) })
server.on('listening', () => process.stdout.write('running\n'))
server.on('connection', (socket, { url: name = '' }) => {
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data)
  })
  socket.on('close', () => {
    room.delete(socket)
    if (room.size === 0) rooms.delete(name)
  })
})
