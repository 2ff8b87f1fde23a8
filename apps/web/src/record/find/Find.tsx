import { type RefObject, useCallback, useEffect, useState } from 'react'
import { late } from '../../api/late.js'
import { useKey } from '../../app/keys.js'
import { Panel } from '../../app/Panel.js'
import { whenIdle } from '../slot/approach.js'

const bar = () => import('./FindBar.js')
const FindBar = late(bar)

/** Opens the find bar. Pressed once more within it, the key is the browser's own. */
export function Find({ within }: { within: RefObject<HTMLElement | null> }) {
  const [asked, setAsked] = useState<{ from: Element | null } | null>(null)
  useEffect(() => whenIdle(() => void bar().catch(nothing)), [])
  useKey(
    'mod+f',
    useCallback(() => {
      const from = document.activeElement
      // What is typed while the bar is fetched must not go into the text.
      if (from instanceof HTMLElement) from.blur()
      setAsked({ from })
    }, []),
  )
  const close = useCallback(() => setAsked(null), [])
  return (
    <Panel open={asked !== null} onClose={close}>
      {asked !== null && <FindBar asked={asked} within={within} onClose={close} />}
    </Panel>
  )
}

const nothing = () => undefined
