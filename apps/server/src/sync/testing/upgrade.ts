import { get, type IncomingMessage } from 'node:http'
import { type Problem, problemSchema } from '@colophon/protocol'
import type { Identity } from '../rooms.js'
import { identityHeader } from './people.js'
import { origin } from './serve-rooms.js'

/** What an upgrade that was refused was answered with. */
export interface RefusedUpgrade {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly problem: Problem
}

/** Asks for an upgrade that is to be refused. @throws when it is not */
export async function refusedUpgrade(
  url: string,
  recordId: string,
  headers: Readonly<Record<string, string>>,
): Promise<RefusedUpgrade> {
  const request = get(`${url.replace('ws:', 'http:')}/${recordId}`, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    },
  })
  const response = await responseTo(request)
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const type = response.headers['content-type']
  if (type !== 'application/problem+json') throw new Error(`The refusal is ${type}.`)
  const problem = problemSchema.parse(JSON.parse(Buffer.concat(chunks).toString()))
  return { status: response.statusCode ?? 0, headers: response.headers, problem }
}

/** Headers of this person's page. */
export function pageOf(who: Identity): Record<string, string> {
  return { [identityHeader]: JSON.stringify(who), origin }
}

function responseTo(request: ReturnType<typeof get>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', reject)
    request.once('upgrade', (_response, socket) => {
      socket.destroy()
      reject(new Error('The upgrade was accepted.'))
    })
  })
}
