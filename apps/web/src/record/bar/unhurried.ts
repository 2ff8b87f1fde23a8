import type { SaveState } from '../session/saveState.js'
import type { RecordSession } from '../session/session.js'
import type { Watch } from '../state/watch.js'

/** So long at the least is "Saving…" shown, ms: shorter is a flicker to whoever types, and a frame to draw for each key. */
const atLeastMs = 300

/** The save state, but for a "Saved" that comes right after a "Saving…": that is held back a moment. It is never better than what is true. */
export function unhurried(session: Pick<RecordSession, 'getState' | 'subscribe'>): Watch<SaveState> {
  let shown = session.getState().save
  let since = Number.NEGATIVE_INFINITY
  return {
    get: () => shown,
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const look = () => {
        clearTimeout(timer)
        const { save } = session.getState()
        const left = since + atLeastMs - performance.now()
        if (shown.kind === 'saving' && save.kind === 'saved' && left > 0) {
          timer = setTimeout(look, left)
          return
        }
        if (JSON.stringify(save) === JSON.stringify(shown)) return
        if (save.kind === 'saving' && shown.kind !== 'saving') since = performance.now()
        shown = save
        listener()
      }
      const stop = session.subscribe(look)
      look()
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
  }
}
