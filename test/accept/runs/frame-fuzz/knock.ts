import { once } from 'node:events'
import { connect } from 'node:net'
import * as prng from 'lib0/prng'
import type { RunContext } from '../../run.js'
import { within } from '../../watched.js'

/** Asks for upgrades as somebody nobody knows, in ways right and wrong. @returns how often. */
export async function knock(
  { chance, holds }: RunContext,
  url: string,
  recordId: string,
  times: number,
): Promise<number> {
  const { host, port } = new URL(url)
  for (let time = 0; time < times; time += 1) {
    const answer = await ask(Number(port), request(host, url, recordId, chance))
    holds('A1', !answer.startsWith('HTTP/1.1 101'), 'A stranger was let in')
    holds('A1', !/^HTTP\/1.1 5(?!03)/.test(answer), `A stranger’s request met a fault: ${answer.split('\r\n', 1)}`)
  }
  return times
}

/** What comes back until the connection is closed, or the first answer is there. */
async function ask(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => socket.destroy())
  let answer = ''
  const answered = new Promise<void>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1')
      if (answer.includes('\r\n\r\n')) resolve()
    })
    socket.on('close', () => resolve())
  })
  await Promise.race([once(socket, 'connect'), answered])
  // Whatever is wrong with a request, its end is plain: the other side is told that nothing more comes.
  socket.end(bytes, 'latin1')
  await within(answered, 30_000, 'an answer to a stranger')
  socket.destroy()
  return answer
}

function request(host: string, origin: string, recordId: string, chance: prng.PRNG): string {
  const odd = prng.oneOf(chance, [
    recordId,
    '..%2f..%2fcolophon.json',
    '__proto__',
    '%00',
    'x'.repeat(5_000),
    prng.word(chance, 12, 32),
  ])
  const lines = [
    `GET /sync/${odd} HTTP/1.1`,
    `Host: ${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Origin: ${prng.bool(chance) ? origin : 'https://elsewhere.example'}`,
    `Cookie: ${prng.oneOf(chance, ['colophon.session_token=forged', `a=${'b'.repeat(3_000)}`, '=;;=', ''])}`,
  ]
  const at = prng.int32(chance, 0, lines.length * 2)
  if (at < lines.length) lines[at] = prng.utf16String(chance, 60)
  return `${lines.join('\r\n')}\r\n\r\n${prng.bool(chance) ? prng.utf16String(chance, 200) : ''}`
}
