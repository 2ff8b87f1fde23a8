import { type Right, recordIdSchema } from '@colophon/protocol'
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import { type Access, judge } from '../identity/access.js'
import type { Caller, Gate } from '../identity/gate.js'
import type { Origins } from '../identity/origins.js'
import { allows } from '../signoffs/rights.js'
import type { Identity } from '../sync/rooms.js'
import { Problem } from './problem.js'

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    caller: Caller | null
  }
}

/** A route's method, path and access, for whoever checks the table. */
export interface GuardedRoute {
  method: string
  url: string
  access: Access
}

/**
 * Puts every route of `app` behind its declared access and the origin rule.
 * A route that declares none stops the start, and would be shut if it did not.
 * @returns the table of routes; complete once `app` is ready.
 * @see docs/spec.md A1–A3
 */
export function guard(
  app: FastifyInstance,
  parts: { gate: Gate; origins: Origins; rights: Rights },
): () => GuardedRoute[] {
  const routes: RouteOptions[] = []
  app.decorateRequest('caller', null)
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  app.addHook('onReady', async () => {
    // Only now: a plugin's routes get their access from a hook of the scope around it (`withAccess`), which runs after the one above.
    const open = routes.filter((route) => route.config?.access === undefined)
    if (open.length > 0) throw new Error(`No access is declared for ${open.map(describe).join(', ')}`)
  })

  app.addHook('onRequest', async (request, reply) => {
    refuseForeignOrigin(request, parts.origins)
    if (request.is404) return
    const access = request.routeOptions.config.access
    if (!access) throw new Problem(403, 'not-allowed', 'Nobody may use this address.')
    if (access.who === 'anyone') return
    request.caller = (await parts.gate.identify(request.headers, { renew: true })) ?? null
    enforce(access, request.caller)
    if (access.record !== undefined) await enforceRight(access.record, access.deleted === true, request, parts.rights)
    if (request.caller && request.caller.cookies.length > 0) reply.header('set-cookie', [...request.caller.cookies])
  })

  return () =>
    routes.flatMap((route) => {
      const access = route.config?.access
      return access ? [route.method].flat().map((method) => ({ method, url: route.url, access })) : []
    })
}

/** What somebody may do with one record. */
export interface Rights {
  /** @param options.deleted whether one that was deleted will do @throws RecordMissing */
  of(who: Identity, recordId: string, options: { deleted: boolean }): Promise<Right | null>
}

/** A plugin all of whose routes, those of other people's plugins in it too, are for `access`. */
export function withAccess(access: Access, plugin: FastifyPluginAsync): FastifyPluginAsync {
  return async (scope, options) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, access }
    })
    await plugin(scope, options)
  }
}

/** The caller of a route whose access is not `anyone`. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller) return request.caller
  throw new Error(`${request.url} was reached by nobody`)
}

/** Anything but these changes something. */
const readOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

function refuseForeignOrigin(request: FastifyRequest, origins: Origins): void {
  const verdict = origins.judge(request.headers.origin)
  switch (verdict) {
    case 'own':
      return
    case 'missing':
      // Browsers cannot be made to send a bearer token across sites, so scripts need no origin. The token itself is checked next.
      if (readOnly.has(request.method) || request.headers.authorization !== undefined) return
      throw new Problem(
        403,
        'origin-missing',
        'A change needs an Origin header or a bearer token. Nothing was changed.',
      )
    case 'foreign':
      throw new Problem(
        403,
        'origin-foreign',
        `This address serves pages of ${origins.own[0]} only. Nothing was changed. If people reach Colophon elsewhere, set PUBLIC_URL to that address.`,
      )
    default:
      throw verdict satisfies never
  }
}

function enforce(access: Access, caller: Caller | null): void {
  const verdict = judge(access, caller?.identity)
  switch (verdict) {
    case 'granted':
      return
    case 'unknown-caller':
      throw new Problem(401, 'signed-out', 'You are not signed in. Sign in and try again.')
    case 'role-too-low':
      throw new Problem(403, 'not-allowed', 'Your role does not allow this. Nothing was changed. Ask an admin.')
    case 'not-a-person':
      throw new Problem(403, 'not-a-person', 'Only a signed-in person may do this, not a token. Nothing was changed.')
    default:
      throw verdict satisfies never
  }
}

async function enforceRight(wanted: Right, deleted: boolean, request: FastifyRequest, rights: Rights): Promise<void> {
  const { data: recordId } = recordIdSchema.safeParse(paramsSchema.safeParse(request.params).data?.id)
  // There can be no such record, and the route says so.
  if (recordId === undefined) return
  const right = await rights.of(callerOf(request).identity, recordId, { deleted })
  if (allows(right, wanted)) return
  throw new Problem(403, 'no-right', right === null ? noAccess : tooLittle[wanted])
}

const paramsSchema = z.object({ id: z.string() })

const noAccess = 'You have no access to this record. Nothing was changed. Ask one of its owners.'
const tooLittle: Record<Right, string> = {
  viewer: noAccess,
  editor: 'You may read this record, not change it. Nothing was changed. Ask one of its owners.',
  owner: 'Only an owner of the record may do this. Nothing was changed. Ask one of them.',
}

function describe(route: RouteOptions): string {
  return `${[route.method].flat().join('/')} ${route.url}`
}
