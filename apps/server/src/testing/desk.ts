import {
  fingerprintSchema,
  type Ledger,
  ledgerSchema,
  type RecordDetails,
  recordDetailsSchema,
  type Signoff,
  sessionSchema,
} from '@colophon/protocol'
import type { Browser } from './browser.js'

/** A record on the table of people who sign it. What it asks for is asked by `owner`, who made it. */
export interface Desk {
  readonly id: string
  /** `/api/v1/records/ID` and what follows it. */
  at(path?: string): string
  fingerprint(): Promise<string>
  /** Asks people to sign as a role. */
  ask(role: string, ...people: Browser[]): Promise<Response>
  /** Decides as `by`, on the text as it is unless another fingerprint is named. */
  sign(by: Browser, role: string, body?: Record<string, unknown>): Promise<Response>
  details(by?: Browser): Promise<RecordDetails>
  ledger(): Promise<Ledger>
  line(role: string): Promise<Signoff>
  /** Writes in the record. */
  write(title: string): Promise<void>
  markdown(query?: string): Promise<string>
  complete(by: Browser, body?: Record<string, unknown>): Promise<Response>
}

/** @param record what it is made of; without it an empty one of the built-in template */
export async function openDesk(owner: Browser, record: Record<string, unknown> = {}): Promise<Desk> {
  const response = await owner.send('POST', '/api/v1/records', record)
  return deskOf(owner, recordDetailsSchema.parse(await response.json()).id)
}

export function deskOf(owner: Browser, id: string): Desk {
  const at = (path = '') => `/api/v1/records/${id}${path}`

  async function fingerprint(): Promise<string> {
    return fingerprintSchema.parse(await (await owner.get(at('/fingerprint'))).json()).fingerprint
  }

  async function details(by: Browser = owner): Promise<RecordDetails> {
    return recordDetailsSchema.parse(await (await by.get(at())).json())
  }

  return {
    id,
    at,
    fingerprint,
    details,
    async ask(role, ...people) {
      const eligible = await Promise.all(people.map(idOf))
      return owner.send('PUT', at(`/roles/${role}`), { eligible })
    },
    async sign(by, role, body = {}) {
      return by.send('POST', at('/signoffs'), { role, decision: 'approve', fingerprint: await fingerprint(), ...body })
    },
    ledger: async () => (await details()).ledger,
    async line(role) {
      const line = (await details()).ledger.signoffs.find((one) => one.role === role)
      if (line === undefined) throw new Error(`The record has no role ${role}.`)
      return line
    },
    async write(title) {
      const response = await owner.send('PATCH', at(), { title })
      if (!response.ok) throw new Error(await response.text())
    },
    markdown: async (query = '') => (await owner.get(at(`/markdown${query}`))).text(),
    async complete(by, body = {}) {
      return by.send('POST', at('/complete'), { fingerprint: await fingerprint(), ...body })
    },
  }
}

/** The id of whoever is signed in. */
export async function idOf(browser: Browser): Promise<string> {
  return sessionSchema.parse(await (await browser.get('/api/v1/session')).json()).user.id
}

/** What a route that changes the ledger answered. */
export async function ledgerIn(response: Response): Promise<Ledger> {
  return ledgerSchema.parse(await response.json())
}
