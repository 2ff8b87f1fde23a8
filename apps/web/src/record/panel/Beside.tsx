import { type ComponentType, lazy } from 'react'
import { LatePart } from '../../app/LatePart.js'

type Parts = typeof import('./parts.js')

// One chunk: the text can be read and written before it is there, and without it.
const load = () => import('./parts.js')

/** The record's headings. Its `onGo` is called when somebody goes to one. */
export const Outline = late(({ Outline: part }) => part)
export const PanelButton = late(({ PanelButton: part }) => part)
/** Finds out what all of these tell, and says what is done about a line that is down: it is here before that is. */
export const Knowing = late(({ Knowing: part }) => part)
/** Checks, news and sign-offs. Its `onLeave` is called when somebody goes to a place of the record. */
export const RightPanel = late(({ PanelParts: part }) => part)

function late<P extends object>(pick: (parts: Parts) => ComponentType<P>): ComponentType<P> {
  const Part: ComponentType<P> = lazy(async () => ({ default: pick(await load()) }))
  return (props) => (
    <LatePart>
      <Part {...props} />
    </LatePart>
  )
}
