import type * as Y from 'yjs'
import { whenIdle } from '../slot/approach.js'
import type { Follower } from './follower.js'

/** What somebody has seen is written down when the record rests, and no more often, ms. */
const restMs = 5_000
/** A machine that slept finds out in this time that its line is dead, ms. */
const wakeMs = 5_000

export interface VisitSource {
  readonly doc: Y.Doc
  readonly isSynced: () => boolean
  /** Told when `isSynced` may have changed. */
  readonly subscribe: (listener: () => void) => () => void
}

/**
 * Tells `follower` when the record comes before somebody's eyes and leaves them: the page is shown or hidden, and all of the
 * record is here.
 * @returns a way to stop, which is leaving, too
 */
export function watchVisit(follower: Follower, { doc, isSynced, subscribe }: VisitSource): () => void {
  let isHere = false
  let mayArriveAt = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  let wake: ReturnType<typeof setTimeout> | undefined

  function arriveIfAll(): void {
    if (isHere || document.visibilityState === 'hidden' || !isSynced()) return
    clearTimeout(wake)
    const wait = mayArriveAt - Date.now()
    if (wait > 0) {
      wake = setTimeout(arriveIfAll, wait)
      return
    }
    isHere = true
    whenIdle(() => void follower.arrive())
  }

  function leave(): void {
    if (!isHere) return
    isHere = false
    clearTimeout(rest)
    rest = undefined
    void follower.leave()
  }

  const handleVisibility = () => {
    if (document.visibilityState === 'hidden') return leave()
    mayArriveAt = Date.now() + wakeMs
    arriveIfAll()
  }
  const handleUpdate = () => {
    rest ??= setTimeout(() => {
      rest = undefined
      if (isHere) whenIdle(() => void follower.stay())
    }, restMs)
  }

  const stop = subscribe(arriveIfAll)
  doc.on('update', handleUpdate)
  document.addEventListener('visibilitychange', handleVisibility)
  window.addEventListener('pagehide', leave)
  arriveIfAll()
  return () => {
    stop()
    doc.off('update', handleUpdate)
    document.removeEventListener('visibilitychange', handleVisibility)
    window.removeEventListener('pagehide', leave)
    clearTimeout(wake)
    leave()
  }
}
