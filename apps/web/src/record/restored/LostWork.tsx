import { useState } from 'react'
import { late } from '../../api/late.js'
import { LatePart } from '../../app/LatePart.js'
import type { Visits } from '../session/visits.js'

const RestoreOffer = late(() => import('./RestoreOffer.js'))

export interface LostWorkProps {
  visits: Visits
  /** Whether it has just happened. */
  isNews: boolean
}

/**
 * What somebody had written in a record before a backup was put in its place, or what the server did not take; nothing for
 * nearly everybody.
 * @see docs/spec.md D8, D9
 */
export function LostWork({ visits, isNews }: LostWorkProps) {
  const [isOver, setIsOver] = useState(() => visits.lost().length === 0)
  return (
    <LatePart>{!isOver && <RestoreOffer visits={visits} isNews={isNews} onOver={() => setIsOver(true)} />}</LatePart>
  )
}
