import { importResultSchema } from '@colophon/protocol'
import { fillRecord } from '@colophon/template'
import { answer, type Member } from '../../../accept/clients/member.js'
import { setUpWorkspace } from '../../../accept/clients/workspace.js'
import { startServer } from '../../../server.js'
import type { Door } from '../../sync/servers/peer.js'
import { type Text, type TextName, template } from '../texts.js'
import type { Placed, Subject } from './subject.js'

/** Colophon, with people who can come into a record that is measured. */
export interface ColophonSubject extends Subject {
  place(text: TextName): Promise<PlacedRecord>
  /** The page that lists the records. */
  readonly list: Pick<Placed, 'address' | 'cookies'>
}

export interface PlacedRecord extends Placed {
  /** The way in for each of the others. */
  readonly doors: readonly Door[]
}

/** Starts the built server, with so many people besides the one at the browser. */
export async function serveColophon(texts: Readonly<Record<TextName, Text>>, others: number): Promise<ColophonSubject> {
  const server = await startServer()
  try {
    const { admin, join } = await setUpWorkspace(server)
    const people: Member[] = []
    for (let number = 1; number <= others; number += 1) people.push(await join(`Person ${number}`))
    const cookies = admin.headers.cookie.split('; ').map(cookieOf)
    return {
      id: 'colophon',
      list: { address: server.url, cookies },
      async place(text) {
        const { markdown, slots, lastWords } = texts[text]
        const { id } = importResultSchema.parse(await answer(await admin.import(markdown)))
        await fill(admin, id, slots)
        const url = `${server.url.replace('http', 'ws')}/sync/${id}`
        return {
          address: `${server.url}/records/${id}`,
          target: {
            arrives: { over: 'socket' },
            text: 'article',
            lastWords,
            field: 'article [data-slot] [role=textbox]',
          },
          cookies,
          doors: people.map(({ headers }) => ({ url, room: id, headers: { Origin: server.url, ...headers } })),
        }
      },
      stop: () => server.stop(),
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Slot by slot, as somebody would paste them: an update has only so much room. */
async function fill(member: Member, recordId: string, slots: Text['slots']): Promise<void> {
  const client = await member.open(recordId)
  await client.sync()
  for (const [key, value] of Object.entries(slots)) fillRecord(template, client.doc, { slots: { [key]: value } })
  await client.allSaved()
  client.close()
}

function cookieOf(pair: string): Placed['cookies'][number] {
  const at = pair.indexOf('=')
  return {
    name: pair.slice(0, at),
    value: pair.slice(at + 1),
    domain: 'localhost',
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: false,
    sameSite: 'Lax',
  }
}
