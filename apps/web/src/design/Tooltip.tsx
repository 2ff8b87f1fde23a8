import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import styles from './Tooltip.module.css'

export interface TooltipProps {
  /** Extra words; never the only place where something is said. */
  label: ReactNode
  shortcut?: string | undefined
  /** One element that takes focus and hover. */
  children: ReactElement
}

/** Words beside a control while it is hovered or focused. */
export function Tooltip({ label, shortcut, children }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <TooltipPopup label={label} shortcut={shortcut} />
    </BaseTooltip.Root>
  )
}

/** The popup alone, for a component that brings its own trigger. */
export function TooltipPopup({ label, shortcut }: { label: ReactNode; shortcut?: string | undefined }) {
  return (
    <BaseTooltip.Portal>
      <BaseTooltip.Positioner sideOffset={6} className={styles.positioner}>
        <BaseTooltip.Popup className={styles.popup}>
          {label}
          {shortcut !== undefined && <span className={styles.shortcut}>{shortcut}</span>}
        </BaseTooltip.Popup>
      </BaseTooltip.Positioner>
    </BaseTooltip.Portal>
  )
}
