import { CatchBoundary } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Line } from './signing.js'

const load = () => import('./parts.js')
const Box = lazy(async () => ({ default: (await load()).SignoffInText }))
const Panel = lazy(async () => ({ default: (await load()).SignoffPanel }))
const Dialogs = lazy(async () => ({ default: (await load()).RecordDialogs }))

/** One sign-off, where the document has it. */
export function Signoff(props: Line) {
  return (
    <Part without={props.label}>
      <Box {...props} />
    </Part>
  )
}

/** Every sign-off. @param titled whether it says what it is; a drawer has said so already. */
export function Signoffs({ titled }: { titled?: boolean }) {
  return (
    <Part without={null}>
      <Panel {...(titled === undefined ? {} : { titled })} />
    </Part>
  )
}

/** What is laid over the page about them. */
export function SignoffDialogs() {
  return (
    <Part without={null}>
      <Dialogs />
    </Part>
  )
}

/** A record can be read and written also where its sign-offs could not be fetched. */
function Part({ without, children }: { without: ReactNode; children: ReactNode }) {
  return (
    <CatchBoundary getResetKey={() => 'signoffs'} errorComponent={() => without}>
      <Suspense fallback={without}>{children}</Suspense>
    </CatchBoundary>
  )
}
