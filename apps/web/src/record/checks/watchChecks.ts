import type { Template } from '@colophon/template'
import type * as Y from 'yjs'
import { whenIdle } from '../slot/approach.js'
import type { Watch } from '../state/watch.js'
import { check } from './check.js'
import type { Finding } from './finding.js'

/** How far the checks have come. */
export type Checks =
  | { readonly kind: 'looking' }
  | { readonly kind: 'looked'; readonly findings: readonly Finding[] }
  /** The looking failed with this message. It is tried again after the next change. */
  | { readonly kind: 'failed'; readonly why: string }

/** Nobody is told in the middle of a word; and while many write without a rest, now and then all the same. ms */
const restMs = 1_200
const mostMs = 6_000

export interface ChecksOptions {
  readonly template: Template
  readonly doc: Y.Doc
  /** Looks through a record. */
  readonly look?: (template: Template, doc: Y.Doc) => readonly Finding[]
  readonly idle?: (run: () => void) => void
}

/**
 * Looks through a record while somebody listens: once the page is idle, and again when the record has rested after a change.
 * What `get` gives is the same until something else is found.
 * @see docs/spec.md U8, P8
 */
export function watchChecks({ template, doc, look = check, idle = whenIdle }: ChecksOptions): Watch<Checks> {
  const listeners = new Set<() => void>()
  let checks: Checks = { kind: 'looking' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince: number | undefined

  function tell(next: Checks): void {
    if (JSON.stringify(next) === JSON.stringify(checks)) return
    checks = next
    for (const listener of [...listeners]) listener()
  }

  function lookNow(): void {
    if (listeners.size === 0) return
    try {
      tell({ kind: 'looked', findings: look(template, doc) })
    } catch (error) {
      tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
  }

  function schedule(afterMs: number): void {
    const now = Date.now()
    waitingSince ??= now
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        waitingSince = undefined
        idle(lookNow)
      },
      Math.min(afterMs, Math.max(0, waitingSince + mostMs - now)),
    )
  }

  const handleUpdate = () => schedule(restMs)

  return {
    get: () => checks,
    subscribe(listener) {
      if (listeners.size === 0) {
        doc.on('update', handleUpdate)
        schedule(0)
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        doc.off('update', handleUpdate)
        clearTimeout(timer)
        waitingSince = undefined
      }
    },
  }
}
