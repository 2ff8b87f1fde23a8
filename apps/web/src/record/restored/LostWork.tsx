import { lazy, useState } from 'react'
import { Panel } from '../../app/Panel.js'
import type { Visits } from '../session/visits.js'

const RestoreOffer = lazy(() => import('./RestoreOffer.js'))

export interface LostWorkProps {
  visits: Visits
  /** Whether it has just happened. */
  restored: boolean
}

/** What somebody had written in a record before a backup was put in its place; nothing for nearly everybody. @see docs/spec.md D8 */
export function LostWork({ visits, restored }: LostWorkProps) {
  const [isOver, setIsOver] = useState(() => visits.lost().length === 0)
  return (
    <Panel open={!isOver} onClose={() => setIsOver(true)}>
      <RestoreOffer visits={visits} isNews={restored} onOver={() => setIsOver(true)} />
    </Panel>
  )
}
