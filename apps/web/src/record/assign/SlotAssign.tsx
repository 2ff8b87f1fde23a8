import { Toolbar } from '@base-ui/react/toolbar'
import { UserRoundPlus } from 'lucide-react'
import { lazy, useRef, useState } from 'react'
import { Panel } from '../../app/Panel.js'
import { useRecord } from '../state/recordContext.js'
import type { AssignMenuProps } from './AssignMenu.js'
import { lotsAround } from './slotsUnder.js'
import { assignStrings as strings } from './strings.js'

const AssignMenu = lazy(() => import('./AssignMenu.js'))

export interface SlotAssignProps extends Pick<AssignMenuProps, 'finalFocus'> {
  path: string
  className: string | undefined
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Gives a slot to somebody, or the sections it stands in. A button of a toolbar. */
export function SlotAssign({ path, className, isOpen, onOpenChange, finalFocus }: SlotAssignProps) {
  const { overview } = useRecord()
  const button = useRef<HTMLButtonElement>(null)
  const [byKey, setByKey] = useState(false)
  const own = { id: path, text: strings.thisSlot, paths: [path] }
  return (
    <>
      <Toolbar.Button
        ref={button}
        className={className}
        aria-label={strings.slot}
        data-tip={strings.slot}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => {
          setByKey(event.detail === 0)
          onOpenChange(!isOpen)
        }}
      >
        <UserRoundPlus size={16} aria-hidden />
      </Toolbar.Button>
      <Panel open={isOpen} onClose={() => onOpenChange(false)}>
        <AssignMenu
          button={button}
          byKey={byKey}
          onClose={() => onOpenChange(false)}
          lots={[own, ...(isOpen ? lotsAround(overview.get().sections, path) : [])]}
          {...(finalFocus === undefined ? {} : { finalFocus })}
        />
      </Panel>
    </>
  )
}
