import { CatchBoundary } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import type { OwnerProps } from '../assign/OwnerAvatar.js'
import type { SectionAssignProps } from '../assign/SectionAssign.js'

const load = () => import('./parts.js')
const Controls = lazy(async () => ({ default: (await load()).FillControls }))
const Assign = lazy(async () => ({ default: (await load()).SectionAssign }))
const Avatar = lazy(async () => ({ default: (await load()).OwnerAvatar }))

/** How much is left to fill, and the way there. */
export function FillControls() {
  return (
    <Part>
      <Controls />
    </Part>
  )
}

/** Gives all slots under a heading to somebody. */
export function SectionAssign(props: SectionAssignProps) {
  return (
    <Part>
      <Assign {...props} />
    </Part>
  )
}

/** Whose an empty slot is. */
export function Owner(props: OwnerProps) {
  return (
    <Part>
      <Avatar {...props} />
    </Part>
  )
}

/** A record can be read and filled also where what helps to fill it could not be fetched. */
function Part({ children }: { children: ReactNode }) {
  return (
    <CatchBoundary getResetKey={() => 'filling'} errorComponent={Without}>
      <Suspense>{children}</Suspense>
    </CatchBoundary>
  )
}

function Without() {
  return null
}
