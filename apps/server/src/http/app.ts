import { randomUUID } from 'node:crypto'
import { limits } from '@colophon/protocol'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Accounts } from '../identity/accounts.js'
import { trustedProxies } from '../identity/address.js'
import type { ApiTokens } from '../identity/api-tokens.js'
import type { Gate } from '../identity/gate.js'
import type { Invitations } from '../identity/invitations.js'
import type { Links } from '../identity/links.js'
import type { Origins } from '../identity/origins.js'
import type { People } from '../identity/people.js'
import type { Workspace } from '../identity/workspace.js'
import type { Log } from '../log.js'
import type { Metrics } from '../metrics.js'
import type { Creation } from '../records/creation.js'
import type { PackedTemplates } from '../records/packed-templates.js'
import type { Records } from '../records/records.js'
import type { Templates } from '../records/templates.js'
import type { AuditExport } from '../signoffs/audit-export.js'
import type { Changes } from '../signoffs/changes.js'
import type { Completion } from '../signoffs/completion.js'
import type { Ledgers } from '../signoffs/ledgers.js'
import type { Sharing } from '../signoffs/sharing.js'
import type { Signoffs } from '../signoffs/signoffs.js'
import type { Texts } from '../signoffs/texts.js'
import type { StoreHealth } from '../store/store.js'
import type { Rooms } from '../sync/rooms.js'
import { serveClient } from './client.js'
import { describeApi, serveDocs } from './docs.js'
import { answerErrors, answerUnrouted } from './errors.js'
import { type GuardedRoute, guard, type Rights } from './guard.js'
import { secureHeaders } from './headers.js'
import { type Patience, patienceOptions } from './patience.js'
import { type Pressure, shedLoad } from './pressure.js'
import { limitAddresses, limitPeople, type RequestRates } from './rate-limit.js'
import { accountRoutes } from './routes/account.js'
import { contentRoutes } from './routes/content.js'
import { historyRoutes } from './routes/history.js'
import { importRoutes } from './routes/import.js'
import { invitationRoutes } from './routes/invitations.js'
import { operationRoutes } from './routes/operations.js'
import { peopleRoutes } from './routes/people.js'
import { recordRoutes } from './routes/records.js'
import { signoffRoutes } from './routes/signoffs.js'
import { tokenRoutes } from './routes/tokens.js'
import { workspaceRoutes } from './routes/workspace.js'

export interface AppParts {
  log: Log
  origins: Origins
  gate: Gate
  accounts: Accounts
  people: People
  tokens: ApiTokens
  workspace: Workspace
  invitations: Invitations
  links: Links
  records: Records
  creation: Creation
  templates: Templates
  ledgers: Ledgers
  texts: Texts
  packedTemplates: PackedTemplates
  changes: Changes
  signoffs: Signoffs
  sharing: Sharing
  completion: Completion
  audit: AuditExport
  rights: Rights
  rooms: Rooms
  metrics: Metrics
  storeHealth: () => StoreHealth
  /** Where the built web client is. */
  clientFolder: string
  pressure?: Partial<Pressure> | undefined
  patience?: Partial<Patience> | undefined
  requestRates?: Partial<RequestRates> | undefined
}

export interface App {
  server: FastifyInstance
  /** What the guard knows; complete once `server` is ready. */
  routes(): GuardedRoute[]
}

/** Everything over HTTP, ready to listen. */
export async function createApp(parts: AppParts): Promise<App> {
  const logger: FastifyBaseLogger = parts.log
  const app = Fastify({
    loggerInstance: logger,
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies,
    frameworkErrors: answerUnrouted,
    forceCloseConnections: 'idle',
    ...patienceOptions(parts.patience),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain')
  answerErrors(app)

  await secureHeaders(app, parts.origins)
  await shedLoad(app, parts.metrics, parts.pressure)
  const rates = { ...limits.requestsPerMinute, ...parts.requestRates }
  await limitAddresses(app, rates)
  const routes = guard(app, parts)
  limitPeople(app, rates)
  await describeApi(app)
  countRequests(app, parts.metrics)

  await app.register(operationRoutes(parts))
  await app.register(accountRoutes(parts))
  await app.register(peopleRoutes(parts))
  await app.register(invitationRoutes(parts))
  await app.register(tokenRoutes(parts))
  await app.register(workspaceRoutes(parts))
  await app.register(recordRoutes(parts))
  await app.register(importRoutes(parts))
  await app.register(contentRoutes(parts))
  await app.register(signoffRoutes(parts))
  await app.register(historyRoutes(parts))
  await serveDocs(app)
  await serveClient(app, parts.clientFolder)
  return { server: app, routes }
}

function countRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.answered({ method: request.method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 })
  })
}
