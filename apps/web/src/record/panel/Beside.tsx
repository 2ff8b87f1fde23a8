import type { ComponentType } from 'react'
import { late } from '../../api/late.js'
import { LatePart } from '../../app/LatePart.js'

type Parts = typeof import('./parts.js')

// One chunk: the text can be read and written before it is there, and without it.
const load = () => import('./parts.js')

/** The record's headings. Its `onGo` is called when somebody goes to one. */
export const Outline = part(({ Outline: found }) => found)
export const PanelButton = part(({ PanelButton: found }) => found)
/** Finds out what all of these tell, and says what is done about a line that is down: it is here before that is. */
export const Knowing = part(({ Knowing: found }) => found)
/** Checks, news and sign-offs. Its `onLeave` is called when somebody goes to a place of the record. */
export const RightPanel = part(({ PanelParts: found }) => found)

function part<P extends object>(pick: (parts: Parts) => ComponentType<P>): ComponentType<P> {
  const Part: ComponentType<P> = late(async () => ({ default: pick(await load()) }))
  return (props) => (
    <LatePart>
      <Part {...props} />
    </LatePart>
  )
}
