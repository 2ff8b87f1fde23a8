import { createHash } from 'node:crypto'
import type { CompleteRecord, Ledger, Version } from '@colophon/protocol'
import { notices } from '../sync/notices.js'
import type { Identity, Rooms } from '../sync/rooms.js'
import { actorOf } from './actor.js'
import type { Changes } from './changes.js'
import { isApproved, isSignedOff } from './ledger.js'
import type { Ledgers } from './ledgers.js'
import { moved } from './moved.js'
import { SignoffError } from './signoff-error.js'
import type { Texts } from './texts.js'

/** The end of a record's writing, and its taking up again. */
export interface Completion {
  /**
   * Locks a record to whose text every required role stands, and keeps it as a version.
   * @throws SignoffError `record-moved`, `sign-offs-missing`, `record-locked`
   */
  complete(recordId: string, wish: CompleteRecord, who: Identity): Promise<Ledger>
  /** Opens a completed record; its versions and their signatures stay. @throws SignoffError `record-open` */
  reopen(recordId: string, reason: string, who: Identity): Promise<Ledger>
  /** A version's file, with the names of those who signed it. @returns `undefined` where there is none by that number */
  version(recordId: string, number: number): Promise<{ version: Version; markdown: string } | undefined>
}

/** @see docs/spec.md G5 */
export function createCompletion(parts: {
  ledgers: Ledgers
  texts: Texts
  changes: Changes
  rooms: Pick<Rooms, 'drained' | 'notify' | 'rejoin'>
  /** The file as it is now, with its sign-offs. */
  print(recordId: string, ledger: Ledger): Promise<string>
}): Completion {
  const { ledgers, texts, changes, rooms, print } = parts

  /** @returns what would be completed now */
  async function ready(recordId: string, { fingerprint: seen }: CompleteRecord, ledger: Ledger) {
    const content = await texts.present(recordId)
    if (content.fingerprint !== seen) throw await moved(changes, recordId, seen, content)
    refuseUnlessSigned({ ...ledger, fingerprint: content.fingerprint })
    return content
  }

  async function completed(recordId: string, wish: CompleteRecord, ledger: Ledger) {
    const content = await ready(recordId, wish, ledger)
    const present: Ledger = { ...ledger, fingerprint: content.fingerprint, status: 'completed' }
    const number = ledger.versions.length + 1
    const markdown = await print(recordId, present)
    await texts.keep(recordId, content)
    await texts.keepVersion(recordId, number, markdown)
    const file = createHash('sha256').update(markdown, 'utf8').digest('hex')
    const text = { fingerprint: content.fingerprint, entry: content.entry }
    return { event: 'completed', ...text, version: number, name: wish.name ?? `Version ${number}`, file } as const
  }

  return {
    async complete(recordId, wish, who) {
      let release: (() => void) | undefined
      try {
        const ledger = await ledgers.change(recordId, async (before) => {
          if (before.locked) throw new SignoffError('record-locked', 'The record is completed. Nothing was changed.')
          // Most of what stands against it is found before anybody is kept from writing.
          await ready(recordId, wish, before)
          release = ledgers.hold(recordId)
          await rooms.drained(recordId)
          return { actor: actorOf(who), what: await completed(recordId, wish, before) }
        })
        rooms.notify(recordId, notices.completed)
        return ledger
      } catch (error) {
        // What was refused in between is sent again by whoever comes back.
        if (release !== undefined) queueMicrotask(() => rooms.rejoin(recordId))
        throw error
      } finally {
        release?.()
      }
    },

    async reopen(recordId, reason, who) {
      const ledger = await ledgers.change(recordId, async ({ locked, versions }) => {
        if (!locked) throw new SignoffError('record-open', 'The record is open already. Nothing was changed.')
        return { actor: actorOf(who), what: { event: 'reopened', version: versions.length, reason } }
      })
      rooms.rejoin(recordId)
      return ledger
    },

    async version(recordId, number) {
      const version = (await ledgers.get(recordId)).versions.find((one) => one.number === number)
      const markdown = version && (await texts.version(recordId, number))
      return version && markdown !== undefined ? { version, markdown } : undefined
    },
  }
}

function refuseUnlessSigned(ledger: Ledger): void {
  if (isSignedOff(ledger)) return
  const missing = ledger.signoffs.filter((line) => line.required && !isApproved(ledger, line))
  const labels = missing.map(({ label }) => label).join(', ')
  throw new SignoffError('sign-offs-missing', `The record is not completed: its text still waits for ${labels}.`)
}
