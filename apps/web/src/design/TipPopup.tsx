import { Tooltip } from '@base-ui/react/tooltip'
import styles from './TipPopup.module.css'
import type { Tip } from './tips.js'

export interface TipPopupProps {
  /** The last one while it fades. */
  tip: Tip
  open: boolean
  onClose: () => void
}

/** Words beside a control. */
export default function TipPopup({ tip: { anchor, words, keys }, open, onClose }: TipPopupProps) {
  return (
    <Tooltip.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} sideOffset={6} className={styles.positioner} data-tip-popup>
          <Tooltip.Popup className={styles.popup}>
            {words}
            {keys !== undefined && <span className={styles.shortcut}>{keys}</span>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
