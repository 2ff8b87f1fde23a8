import { late } from '../../api/late.js'
import { LatePart } from '../../app/LatePart.js'
import type { OwnerProps } from '../assign/OwnerAvatar.js'
import type { SectionAssignProps } from '../assign/SectionAssign.js'

const load = () => import('./parts.js')
const Controls = late(async () => ({ default: (await load()).FillControls }))
const Assign = late(async () => ({ default: (await load()).SectionAssign }))
const Avatar = late(async () => ({ default: (await load()).OwnerAvatar }))

/** How much is left to fill, and the way there. */
export function FillControls() {
  return (
    <LatePart>
      <Controls />
    </LatePart>
  )
}

/** Gives all slots under a heading to somebody. */
export function SectionAssign(props: SectionAssignProps) {
  return (
    <LatePart>
      <Assign {...props} />
    </LatePart>
  )
}

/** Whose an empty slot is. */
export function Owner(props: OwnerProps) {
  return (
    <LatePart>
      <Avatar {...props} />
    </LatePart>
  )
}
