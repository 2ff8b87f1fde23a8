import type { Change } from '@colophon/protocol'
import type { News } from './news.js'
import { isNewVisit, type Memory, type Moment } from './visit.js'
import type { VisitStore } from './visitStore.js'

export interface FollowerOptions {
  readonly store: VisitStore
  readonly now: () => number
  /** Reads the record as it is. */
  readonly look: () => Moment
  /** What somebody else did between two moments. */
  readonly compare: (before: Moment, after: Moment) => Promise<readonly Change[]>
  readonly onNews: (news: News) => void
}

/** Keeps what a browser remembers of a visit true. Calls are to be made one after the other, as they happen. */
export interface Follower {
  /** The record is before somebody's eyes, and all of it is here. Tells what is new. */
  arrive(): Promise<void>
  /** They have seen it as it is now. Nothing where they have not arrived. */
  stay(): Promise<void>
  /** They have seen it as it is now, and see nothing more until they arrive again. */
  leave(): Promise<void>
  /** They have read what is new. */
  dismiss(): Promise<void>
}

/** @see docs/spec.md U8 */
export function createFollower({ store, now, look, compare, onNews }: FollowerOptions): Follower {
  let memory: Memory | undefined
  let isHere = false

  async function keep(next: Memory): Promise<void> {
    memory = next
    // A browser that keeps nothing tells nothing the next time; the record itself needs none of it.
    await store.write(next).catch(() => undefined)
  }

  function tell({ told }: Memory): void {
    onNews(told === null ? { kind: 'none' } : { kind: 'some', ...told })
  }

  async function stay(): Promise<void> {
    if (memory !== undefined && isHere) await keep({ ...memory, last: look() })
  }

  return {
    async arrive() {
      const before = memory ?? (await store.read().catch(() => undefined))
      const present = look()
      isHere = true
      if (before === undefined) {
        onNews({ kind: 'first' })
        return keep({ last: present, told: null })
      }
      if (!isNewVisit(before, now())) {
        tell(before)
        return keep({ ...before, last: present })
      }
      const changes = await compare(before.last, present)
      const next = { last: present, told: changes.length === 0 ? null : { since: before.last.at, changes } }
      tell(next)
      return keep(next)
    },
    stay,
    async leave() {
      const saved = stay()
      isHere = false
      await saved
    },
    async dismiss() {
      if (memory === undefined) return
      const next = { ...memory, told: null }
      tell(next)
      await keep(next)
    },
  }
}
