import { limits, syncType } from '@colophon/protocol'
import { notices } from '../notices.js'
import { type ClientFrame, readClientFrame } from '../sockets/client-frame.js'
import type { Connection } from '../sockets/connection.js'
import { encodeSyncFrame } from '../sockets/sync-frame.js'
import type { Pipeline } from './pipeline.js'
import type { Presence } from './presence.js'
import { createQuestions } from './questions.js'

export interface ReceiverOptions {
  pipeline: Pipeline<Connection | undefined>
  presence: Presence<Connection>
  backlogBytes: number
  /** Whether nobody may change the record now. */
  isLocked(): boolean
  /** How many are told of what one says. */
  listeners(): number
}

/** What a room does with frames. */
export interface Receiver {
  /** @throws BadFrame for one that no honest client sends */
  receive(from: Connection, frame: Uint8Array): void
  /** Reads on from those who were paused because too much of theirs waited for the disk. */
  goOn(): void
}

/** @see docs/spec.md S1, S3, S6, A2 */
export function createReceiver({ pipeline, presence, backlogBytes, isLocked, listeners }: ReceiverOptions): Receiver {
  /** Those who were asked for what they have, because something of it was missing, and have not answered. */
  const asked = new WeakSet<Connection>()
  const paused = new Set<Connection>()
  const questions = createQuestions(pipeline.state, presence)

  function receive(from: Connection, bytes: Uint8Array): void {
    const frame = readClientFrame(bytes)
    switch (frame.kind) {
      case 'step1':
        questions.missingFrom(from, frame.vector)
        break
      case 'step2':
      case 'update':
        receiveUpdate(from, frame)
        break
      case 'awareness':
        presence.receive(from, frame.update)
        from.charge(listeners() * limits.work.listener)
        break
      case 'query-awareness':
        questions.present(from)
        break
      default:
        frame satisfies never
    }
  }

  function receiveUpdate(
    from: Connection,
    { kind, update }: Extract<ClientFrame, { update: Uint8Array; kind: 'step2' | 'update' }>,
  ): void {
    const number = from.saved.received()
    if (from.bar !== undefined || isLocked()) {
      from.saved.refused(number)
      return
    }
    const verdict = pipeline.offer({
      update,
      from,
      userId: from.who.id,
      durable: () => from.saved.durable(number, kind === 'step2'),
    })
    switch (verdict) {
      case 'new':
        asked.delete(from)
        if (pipeline.commits.backlogBytes > backlogBytes) wait(from)
        break
      case 'known':
        asked.delete(from)
        if (pipeline.commits.idle) from.sendSaved()
        break
      case 'gap':
        from.saved.refused(number)
        askAgain(from, kind)
        break
      default:
        verdict satisfies never
    }
  }

  function wait(from: Connection): void {
    from.pause()
    paused.add(from)
  }

  /** Once a gap, not once a frame: until the answer comes, what builds on the missing edit is missing it too. */
  function askAgain(from: Connection, kind: 'step2' | 'update'): void {
    if (asked.has(from)) return
    asked.add(from)
    from.notify(notices.resync)
    // An answer with a gap in it would be given again, word for word.
    if (kind === 'update') from.send(encodeSyncFrame(syncType.step1, pipeline.state.stateVector()))
  }
  return {
    receive,
    goOn() {
      for (const connection of paused) connection.resume()
      paused.clear()
    },
  }
}
