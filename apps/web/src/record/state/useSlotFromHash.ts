import { findFragment, type Template } from '@colophon/template'
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import type * as Y from 'yjs'
import { useRecord } from './recordContext.js'

/** `#slot=P1_TASK_2` in the address brings that slot into view and puts the caret there. */
export function useSlotFromHash(): void {
  const { session, template } = useRecord()
  const { hash } = useLocation()
  useEffect(() => {
    const name = new URLSearchParams(hash).get('slot')
    if (name === null) return
    // Once the page has been laid out, and after the router has put the scroll where it was.
    const frame = requestAnimationFrame(() => {
      const fragment = fragmentNamed(template, session.doc, name)
      const place = fragment === null ? session.places.find(name) : session.places.holding(fragment)
      place?.focus('end')
    })
    return () => cancelAnimationFrame(frame)
  }, [session, template, hash])
}

function fragmentNamed(template: Template, doc: Y.Doc, name: string) {
  try {
    return findFragment(template, doc, name)
  } catch (error) {
    // The link is older than the record's present shape; then it leads to the page alone.
    if (error instanceof RangeError) return null
    throw error
  }
}
