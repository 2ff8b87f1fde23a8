import { type CreateRecord, recordDetailsSchema } from '@colophon/protocol'
import { untilAnswered, untilLetIn } from './patience.js'
import { type OpenOptions, openSocketClient, type SocketClient } from './socket-client.js'

/** Somebody who is signed in, asking as their browser would. */
export interface Member {
  readonly name: string
  readonly email: string
  /** The headers that say who asks, and from which address, as a proxy on this machine would name it. */
  readonly headers: Identification
  /** Asks again where the server is too busy just now; so do the others below, but for `import`. */
  request(method: string, path: string, body?: unknown): Promise<Response>
  /** A new record from the built-in template. @returns its id. */
  createRecord(title: string): Promise<string>
  /** Sends a file to be read as a record. */
  import(markdown: string): Promise<Response>
  /** The record as it is exported. */
  markdown(recordId: string): Promise<string>
  open(recordId: string, options?: OpenOptions): Promise<SocketClient>
}

/** A type, so that it passes for any record of headers. */
export type Identification = { readonly cookie: string; readonly 'x-forwarded-for': string }

/** What a member is made of. @param url where the server is, which is also the page's origin. */
export interface MemberOptions {
  readonly url: string
  readonly name: string
  readonly email: string
  readonly headers: Identification
}

export function createMember({ url, name, email, headers }: MemberOptions): Member {
  async function ask(path: string, init: RequestInit): Promise<Response> {
    return fetch(new URL(path, url), { ...init, headers: { origin: url, ...headers, ...init.headers } })
  }

  const askPatiently = (path: string, init: RequestInit) => untilAnswered(() => ask(path, init))

  return {
    name,
    email,
    headers,
    request: (method, path, body) =>
      askPatiently(path, {
        method,
        ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    async createRecord(title) {
      const body: CreateRecord = { title }
      const response = await askPatiently('/api/v1/records', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return recordDetailsSchema.parse(await answer(response)).id
    },
    import: (markdown) =>
      ask('/api/v1/records/import', { method: 'POST', headers: { 'content-type': 'text/markdown' }, body: markdown }),
    async markdown(recordId) {
      const response = await askPatiently(`/api/v1/records/${recordId}/markdown`, {})
      if (!response.ok) throw new Error(`The export answered ${response.status}: ${await response.text()}`)
      return response.text()
    },
    open: (recordId, options = {}) => untilLetIn(() => openSocketClient({ url, headers, recordId, ...options })),
  }
}

/** The JSON of an answer that must be a good one. */
export async function answer(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
