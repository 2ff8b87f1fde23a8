import { type LayoutInline, setTicked, tickPath } from '@colophon/template'
import { useEffect, useRef } from 'react'
import { recordStrings as strings } from '#strings/record'
import { Checkbox } from '../../design/Checkbox.js'
import { say } from '../../text/say.js'
import { bringIntoView } from '../slot/bringIntoView.js'
import { useRecord, useScope } from '../state/recordContext.js'
import { useReadOnly } from '../state/useSessionState.js'
import { useTicked } from '../state/useShared.js'
import { useItemName } from './itemName.js'
import styles from './Text.module.css'

/** A check mark of an item, as the checkbox it is. */
export function Tick({ tick }: { tick: Extract<LayoutInline, { type: 'tick' }> }) {
  const scope = useScope()
  const { history, session } = useRecord()
  const done = useTicked(tick)
  const readOnly = useReadOnly()
  const name = useItemName()
  const element = useRef<HTMLSpanElement>(null)

  useEffect(() => {
    const box = element.current
    if (box === null) return
    return session.places.add({
      kind: 'tick',
      element: box,
      path: tickPath(scope.path, tick.id),
      holds: () => false,
      isEmpty: () => false,
      isIn: (restored) => {
        const ticks = scope.ticks()
        return ticks !== undefined && restored.keys(ticks).has(tick.id)
      },
      focus() {
        bringIntoView(box)
        box.querySelector<HTMLElement>('input')?.focus()
      },
    })
  }, [session, scope, tick])

  return (
    <span ref={element} className={styles.tick} data-tick>
      <Checkbox
        checked={done}
        readOnly={readOnly}
        onCheckedChange={(next) => history.change(() => setTicked(scope, tick.id, next))}
        aria-label={name === '' ? strings.tickPlain : say(strings.done, { label: name })}
      />
    </span>
  )
}
