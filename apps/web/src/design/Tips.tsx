import { CatchBoundary } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { closeTip, useTip } from './tips.js'

const TipPopup = lazy(() => import('./TipPopup.js'))

/** Shows the words of `tips`. What draws them is fetched when the first are wanted. */
export function Tips() {
  const tip = useTip()
  const [last, setLast] = useState(tip)
  if (tip !== null && tip !== last) setLast(tip)
  if (last === null) return null
  return (
    <CatchBoundary getResetKey={() => 'tips'} errorComponent={Without}>
      <Suspense>
        <TipPopup tip={last} open={tip !== null} onClose={closeTip} />
      </Suspense>
    </CatchBoundary>
  )
}

/** It could not be fetched: every control has its name without it. */
function Without() {
  return null
}
