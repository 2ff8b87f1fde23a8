import { createHash } from 'node:crypto'
import { invitationSchema, sessionSchema } from '@colophon/protocol'
import type { RunningServer } from '../../server.js'
import { answer, createMember, type Member } from './member.js'

/** A workspace in which people can be asked in. */
export interface Workspace {
  readonly admin: Member
  /** Invites somebody, who makes an account and is signed in. */
  join(name: string): Promise<Member>
}

/** Takes the set-up link of a fresh server. */
export async function setUpWorkspace({ url, setupLink }: Pick<RunningServer, 'url' | 'setupLink'>): Promise<Workspace> {
  const admin = await takeLink(url, setupLink, 'Ada', { workspace: 'Analytical Engines' })
  return {
    admin,
    async join(name) {
      const invited = await admin.request('POST', '/api/v1/invitations', {})
      return takeLink(url, invitationSchema.parse(await answer(invited)).url, name)
    },
  }
}

/** Signs in anew, with the password that every account here is made with. */
export async function signIn(url: string, email: string): Promise<Member> {
  return enter(url, '/api/auth/sign-in/email', { email, password: passwordOf(email) })
}

async function takeLink(url: string, link: string, name: string, extra: object = {}): Promise<Member> {
  const email = `${name.toLowerCase().replaceAll(' ', '-')}@example.org`
  const token = new URL(link).hash.slice(1)
  const body = { token, name, email, password: passwordOf(email), ...extra }
  return enter(url, '/api/v1/join', body)
}

const passwordOf = (email: string) => `the password of ${email}`

async function enter(url: string, path: string, body: { email: string; password: string }): Promise<Member> {
  const address = addressOf(body.email)
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify(body),
  })
  const { user } = sessionSchema.parse(await answer(response))
  const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '')
  const headers = { cookie: cookies.join('; '), 'x-forwarded-for': address }
  return createMember({ url, name: user.name, email: user.email, headers })
}

/** Everybody sits somewhere else, so that what one address may do limits nobody's run: one of the 2^24 addresses in 10/8. */
function addressOf(email: string): string {
  const [a, b, c] = createHash('sha256').update(email).digest()
  return `10.${a}.${b}.${c}`
}
