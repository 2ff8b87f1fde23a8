import { closeCode, joinSchema, type Session, sessionSchema, signInSchema, welcomeSchema } from '@colophon/protocol'
import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Accounts } from '../../identity/accounts.js'
import type { Gate } from '../../identity/gate.js'
import type { Workspace } from '../../identity/workspace.js'
import type { Rooms } from '../../sync/rooms.js'
import { callerOf } from '../guard.js'
import { fewAMinute } from '../rate-limit.js'

/** Coming in, going out, and who one is. */
export function accountRoutes(parts: {
  accounts: Accounts
  gate: Gate
  workspace: Workspace
  rooms: Rooms
}): FastifyPluginAsyncZod {
  const { accounts, gate, workspace, rooms } = parts

  async function sessionOf({ id, name, email, role }: Session['user']): Promise<Session> {
    return { user: { id, name, email, role }, workspace: await workspace.settings() }
  }

  return async (app) => {
    app.get(
      '/api/v1/welcome',
      {
        config: { access: { who: 'anyone' } },
        schema: { summary: 'Whether anybody has set the place up', response: { 200: welcomeSchema } },
      },
      async () => ({ ready: await workspace.ready(), workspace: await workspace.name() }),
    )

    app.get(
      '/api/v1/session',
      {
        config: { access: { who: 'viewer' } },
        schema: { summary: 'Who is signed in', response: { 200: sessionSchema } },
      },
      async (request) => {
        const { identity, email } = callerOf(request)
        return sessionOf({ id: identity.id, name: identity.name, role: identity.role, email })
      },
    )

    app.post(
      '/api/auth/sign-in/email',
      {
        config: { access: { who: 'anyone' }, rateLimit: fewAMinute(20) },
        schema: { summary: 'Sign in', body: signInSchema, response: { 200: sessionSchema } },
      },
      async (request, reply) => {
        const { account, cookies } = await accounts.signIn(request.body, fromNodeHeaders(request.headers))
        reply.header('set-cookie', [...cookies])
        return sessionOf(account)
      },
    )

    app.post(
      '/api/auth/sign-out',
      {
        config: { access: { who: 'anyone' } },
        schema: { summary: 'Sign out', response: { 200: z.object({ success: z.literal(true) }) } },
      },
      async (request, reply) => {
        const caller = await gate.identify(request.headers, { renew: false })
        const { cookies } = await accounts.signOut(fromNodeHeaders(request.headers))
        reply.header('set-cookie', [...cookies])
        if (caller) rooms.dismiss(caller.identity.id, closeCode.signedOut, 'You signed out.')
        return { success: true as const }
      },
    )

    app.post(
      '/api/v1/join',
      {
        config: { access: { who: 'anyone' }, rateLimit: fewAMinute(20) },
        schema: {
          summary: 'Make an account out of an invitation or the set-up link, and sign in',
          body: joinSchema,
          response: { 201: sessionSchema },
        },
      },
      async (request, reply) => {
        await workspace.join(request.body)
        const { account, cookies } = await accounts.signIn(request.body, fromNodeHeaders(request.headers))
        reply.header('set-cookie', [...cookies])
        return reply.code(201).send(await sessionOf(account))
      },
    )
  }
}
