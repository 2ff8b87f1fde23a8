import { useEffect } from 'react'
import { useRecord } from './recordContext.js'

/** An undo or a redo is seen: it leads to what it changed, wherever that is. @see docs/spec.md U2 */
export function useUndoLeadsBack(): void {
  const { history, session } = useRecord()
  useEffect(() => {
    let frame = 0
    const stop = history.onRestored((restored) => {
      // What came back is in the page once React has shown it.
      frame = requestAnimationFrame(() => {
        const changed = session.places.all().filter((place) => place.isIn(restored))
        const here = changed.find((place) => place.element.contains(document.activeElement))
        if (here === undefined) changed[0]?.focus({ head: restored.mark })
      })
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [history, session])
}
