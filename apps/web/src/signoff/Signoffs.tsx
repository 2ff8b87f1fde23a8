import { late } from '../api/late.js'
import { LatePart } from '../app/LatePart.js'
import type { Line } from './signing.js'

const load = () => import('./parts.js')
const Box = late(async () => ({ default: (await load()).SignoffInText }))
const Panel = late(async () => ({ default: (await load()).SignoffPanel }))
const Dialogs = late(async () => ({ default: (await load()).RecordDialogs }))

// A record can be read and written also where its sign-offs could not be fetched.

/** One sign-off, where the document has it. */
export function Signoff(props: Line) {
  return (
    <LatePart without={props.label}>
      <Box {...props} />
    </LatePart>
  )
}

/** Every sign-off. */
export function Signoffs() {
  return (
    <LatePart>
      <Panel />
    </LatePart>
  )
}

/** What is laid over the page about them. */
export function SignoffDialogs() {
  return (
    <LatePart>
      <Dialogs />
    </LatePart>
  )
}
