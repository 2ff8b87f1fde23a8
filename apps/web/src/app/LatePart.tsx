import { CatchBoundary } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'

export interface LatePartProps {
  /** Stands there until it has been fetched, and where it could not be. */
  without?: ReactNode
  /** A part of a page, as a component of its own chunk. */
  children: ReactNode
}

/** A part of a page that comes when the page is there already, and without which the page works. */
export function LatePart({ without = null, children }: LatePartProps) {
  return (
    <CatchBoundary getResetKey={() => 'part'} errorComponent={() => without}>
      <Suspense fallback={without}>{children}</Suspense>
    </CatchBoundary>
  )
}
