import type { Account, Person } from '@colophon/protocol'
import { Registry } from 'prom-client'
import type { Config } from './config.js'
import { createDocuments } from './documents/documents.js'
import { createReader } from './documents/reader.js'
import { type AppParts, createApp } from './http/app.js'
import type { GuardedRoute } from './http/guard.js'
import { type Accounts, createAccounts } from './identity/accounts.js'
import { createApiTokens } from './identity/api-tokens.js'
import { createGate } from './identity/gate.js'
import { createInvitations } from './identity/invitations.js'
import { createLinks } from './identity/links.js'
import { createOrigins } from './identity/origins.js'
import { createPeople } from './identity/people.js'
import { personBehind } from './identity/person-behind.js'
import { followExpiry } from './identity/token-expiry.js'
import { createWorkspace } from './identity/workspace.js'
import type { Log } from './log.js'
import { createMetrics } from './metrics.js'
import { createCreation } from './records/creation.js'
import { createDrafter } from './records/drafter.js'
import { createPackedTemplates } from './records/packed-templates.js'
import { createRecordIndex } from './records/record-index.js'
import { createRecords } from './records/records.js'
import { createTemplates } from './records/templates.js'
import { followEdits, purgeDaily } from './records/upkeep.js'
import { createAuditExport } from './signoffs/audit-export.js'
import { createChanges } from './signoffs/changes.js'
import { createCompletion } from './signoffs/completion.js'
import { createLedgers } from './signoffs/ledgers.js'
import { lateCreation } from './signoffs/origin.js'
import { rightOf } from './signoffs/rights.js'
import { createSharing } from './signoffs/sharing.js'
import { createSignoffs } from './signoffs/signoffs.js'
import { createTexts } from './signoffs/texts.js'
import { createWatch } from './signoffs/watch.js'
import type { Store } from './store/store.js'
import { createRooms } from './sync/create-rooms.js'
import { createRoomMetrics } from './sync/metrics.js'
import { createSocketMetrics } from './sync/sockets/metrics.js'
import { createSocketServer } from './sync/sockets/socket-server.js'
import type { ThreadOptions } from './threads/thread.js'

/** A whole Colophon over one store. */
export interface Server {
  readonly accounts: Accounts
  routes(): GuardedRoute[]
  /** @returns a fresh set-up token, or `undefined` once somebody has set the place up. */
  renewSetup(): Promise<string | undefined>
  /** @returns the address, `http://127.0.0.1:4280`. */
  listen(place: { host: string; port: number }): Promise<string>
  /** Stops taking requests, saves what was received, and lets everybody go. The store stays open. */
  close(): Promise<void>
}

export interface ServerParts {
  config: Pick<Config, 'publicUrl' | 'adminToken'>
  store: Store
  /** Signs session cookies. */
  secret: string
  /** Seals the logs that are given out; see `@colophon/audit`. */
  sealKey: string
  log: Log
  /** Where the built web client is. */
  clientFolder: string
  /** Where the server stops taking in more, how long it waits for whom, and how often it is asked. */
  bounds?: Pick<AppParts, 'pressure' | 'patience' | 'requestRates'>
  /** For the threads that read files and large records. */
  threads?: ThreadOptions
}

/** Wires HTTP, rooms and identity to a store. */
export async function createServer({
  config,
  store,
  secret,
  sealKey,
  log,
  clientFolder,
  bounds,
  threads,
}: ServerParts): Promise<Server> {
  const registry = new Registry()
  const metrics = createMetrics(registry, () => store.health())
  const documents = createDocuments(threads)
  const rooms = createRooms({
    store,
    log,
    metrics: createRoomMetrics(registry),
    fold: documents.fold,
    isLocked: (recordId) => ledgers.isLocked(recordId),
  })
  const reader = createReader(documents)

  const origins = createOrigins(config.publicUrl)
  const accounts = createAccounts({
    database: store.authDatabase,
    publicUrl: config.publicUrl,
    trustedOrigins: origins.own,
    secret,
    log,
  })
  const tokens = createApiTokens({ rows: store.tokens, accounts, log })
  const gate = createGate({ accounts, tokens, adminToken: config.adminToken })
  const invitations = createInvitations(store.invitations)
  const people = createPeople({ accounts, invitations, tokens, rooms })
  const workspace = createWorkspace({ accounts, invitations, settings: store.settings })

  const index = createRecordIndex(store.records, log)
  const templates = createTemplates(store.templates)
  const ledgers = await createLedgers({
    rows: store.ledgers,
    audit: store.audit,
    origin: async (row) => lateCreation(await index.live(row.id), row),
    push: rooms.pushLedger,
    log,
  })
  const texts = createTexts({ files: store.texts, rooms, reader, entryOf: store.updates.position })
  const watch = createWatch({ rooms, ledgers, texts, log })
  const everybody = async () => new Map((await accounts.list()).map((account) => [account.id, personOf(account)]))
  const changes = createChanges({ texts, rooms, reader, people: everybody })
  const signoffs = createSignoffs({
    ledgers,
    texts,
    changes,
    passwords: { wanted: async () => (await workspace.settings()).passwordToSign, check: accounts.checkPassword },
  })
  const sharing = createSharing({
    ledgers,
    rooms,
    colleagues: async () => (await accounts.list()).filter(({ active }) => active),
  })
  const records = createRecords({ index, rooms, reader, ledgers, templates })
  const packedTemplates = createPackedTemplates({ index, rooms, reader })
  const completion = createCompletion({ ledgers, texts, changes, rooms, print: records.print })
  const audit = createAuditExport({ ledgers, index, templates, sealKey })
  const drafter = createDrafter(threads)
  const creation = createCreation({
    store,
    ledgers,
    index,
    templates,
    drafter,
    async ownerFor(author) {
      const account = await accounts.find(personBehind(author) ?? '')
      return account ? personOf(account) : null
    },
    log,
  })

  const app = await createApp({
    log,
    origins,
    gate,
    accounts,
    people,
    tokens,
    workspace,
    invitations,
    links: createLinks(config.publicUrl),
    records,
    creation,
    templates,
    ledgers,
    texts,
    packedTemplates,
    changes,
    signoffs,
    sharing,
    completion,
    audit,
    rights: {
      async of(who, recordId, { deleted }) {
        await (deleted ? index.found(recordId) : index.live(recordId))
        return rightOf(who, await ledgers.get(recordId))
      },
    },
    rooms,
    metrics,
    storeHealth: () => store.health(),
    clientFolder,
    ...bounds,
  })
  const sockets = createSocketServer({
    rooms,
    authorise: async (request, recordId) => {
      const caller = await gate.identify(request.headers, { renew: false })
      if (!caller) return { status: 401, code: 'signed-out', detail: 'You are not signed in. Sign in and try again.' }
      await index.live(recordId)
      return caller.identity
    },
    ledgerOf(recordId) {
      watch.look(recordId)
      return ledgers.get(recordId)
    },
    rightOf,
    allowedOrigins: origins.own,
    isBusy: () => app.server.isUnderPressure(),
    log,
    metrics: createSocketMetrics(registry),
  })
  app.server.server.on('upgrade', sockets.handleUpgrade)
  followEdits({ index, rooms, reader })
  const stopPurging = purgeDaily({ index, rooms, store, ledgers, log })
  const stopExpiring = followExpiry({ tokens, rooms, log })

  return {
    accounts,
    routes: app.routes,
    renewSetup: () => workspace.renewSetup(),
    // An office that comes back after a restart is more than the usual backlog of 511 connections has room for.
    listen: (place) => app.server.listen({ ...place, backlog: 4_096 }),

    async close() {
      stopPurging()
      stopExpiring()
      // Both at once: HTTP waits for its sockets to end, and the rooms end them.
      const stopped = app.server.close()
      await watch.close()
      const [saved] = await Promise.allSettled([rooms.close()])
      await index.flush()
      sockets.close()
      const impatient = setTimeout(() => app.server.server.closeAllConnections(), lastRequestMs)
      await stopped
      clearTimeout(impatient)
      await Promise.all([drafter.close(), documents.close()])
      if (saved.status === 'rejected') throw saved.reason
    },
  }
}

/** How long a request under way may still take once everything else is closed. */
const lastRequestMs = 1_000

const personOf = ({ id, name }: Account): Person => ({ id, name })
