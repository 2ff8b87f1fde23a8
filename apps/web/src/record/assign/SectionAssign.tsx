import { UserRoundPlus } from 'lucide-react'
import { useRef, useState } from 'react'
import { assignStrings as strings } from '#strings/recordAssign'
import { late } from '../../api/late.js'
import { Panel } from '../../app/Panel.js'
import { IconButton } from '../../design/IconButton.js'
import { sectionsOf } from '../outline/sections.js'
import { useRecord } from '../state/recordContext.js'
import { useReadOnly } from '../state/useSessionState.js'
import styles from './SectionAssign.module.css'
import { type Lot, slotsUnder } from './slotsUnder.js'

const AssignMenu = late(() => import('./AssignMenu.js'))

export interface SectionAssignProps {
  /** Of the section's heading. */
  id: string
}

/**
 * Gives all slots under a heading to somebody. For the pointer alone, which is why it is hidden from everybody else: the
 * keys and a finger come to the same menu at each slot, and a heading stays its own words.
 */
export function SectionAssign({ id }: SectionAssignProps) {
  const { session, template } = useRecord()
  const readOnly = useReadOnly()
  const button = useRef<HTMLButtonElement>(null)
  const [lot, setLot] = useState<Lot | null>(null)
  if (readOnly) return null
  const close = () => setLot(null)
  return (
    <span className={styles.assign} data-print="no" data-open={lot !== null || undefined} aria-hidden>
      <IconButton
        ref={button}
        tabIndex={-1}
        label={strings.section}
        icon={<UserRoundPlus size={16} aria-hidden />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setLot(lot === null ? (slotsUnder(sectionsOf(template, session.doc), id) ?? null) : null)}
      />
      <Panel open={lot !== null} onClose={close}>
        {lot !== null && (
          <AssignMenu
            button={button}
            byKey={false}
            onClose={close}
            lots={[lot]}
            finalFocus={() => document.getElementById(id)}
          />
        )}
      </Panel>
    </span>
  )
}
