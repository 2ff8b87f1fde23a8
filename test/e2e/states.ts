import { invitationSchema, recordDetailsSchema, sessionSchema } from '@colophon/protocol'
import type { Browser, Page } from '@playwright/test'
import type { RunningServer } from '../server.js'
import type { Seat } from './people.js'

const colleagues = [
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Donald Knuth',
  'Margaret Hamilton',
  'محمد بن موسى الخوارزمي',
  'Radia Perlman',
]

/** A record in which everything can go wrong: shared with many, and everybody else may only read. @returns its address. */
export async function fillForStates(browser: Browser, { url }: RunningServer, { page }: Seat): Promise<string> {
  const { id } = recordDetailsSchema.parse(
    await ask(page, `${url}/api/v1/records`, 'post', { title: 'Circuit breakers' }),
  )
  const sharing = `${url}/api/v1/records/${id}/sharing`
  for (const [at, name] of colleagues.entries()) {
    const { user } = await joined(browser, page, url, name, at)
    await ask(page, sharing, 'patch', { userId: user.id, right: at % 2 === 0 ? 'editor' : 'viewer' })
  }
  await ask(page, sharing, 'patch', { everyone: 'viewer' })
  const { user: gone } = await joined(browser, page, url, 'Grace Murray', colleagues.length)
  await ask(page, sharing, 'patch', { userId: gone.id, right: 'editor' })
  await ask(page, `${url}/api/v1/people/${gone.id}`, 'patch', { active: false })
  return `${url}/records/${id}`
}

/** Asks as scripts do, past the page, as the page's person. */
export async function ask(page: Page, address: string, method: 'post' | 'patch', data: object): Promise<unknown> {
  const answer = await page.request[method](address, { headers: { origin: new URL(address).origin }, data })
  if (!answer.ok()) throw new Error(`${address} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}

async function joined(browser: Browser, page: Page, url: string, name: string, at: number) {
  const invitation = invitationSchema.parse(await ask(page, `${url}/api/v1/invitations`, 'post', {}))
  const token = new URL(invitation.url).hash.slice(1)
  const context = await browser.newContext()
  const theirs = await context.newPage()
  const account = { token, name, email: `colleague-${at}@example.org`, password: 'one of many colleagues' }
  const session = sessionSchema.parse(await ask(theirs, `${url}/api/v1/join`, 'post', account))
  await context.close()
  return session
}
