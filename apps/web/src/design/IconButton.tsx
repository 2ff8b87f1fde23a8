import { Button as BaseButton } from '@base-ui/react/button'
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'
import type { ComponentProps, ReactNode } from 'react'
import styles from './IconButton.module.css'
import { TooltipPopup } from './Tooltip.js'

export interface IconButtonProps extends Omit<ComponentProps<typeof BaseTooltip.Trigger>, 'className' | 'children'> {
  /** What it does: the accessible name, and the tooltip. */
  label: string
  /** A key that does the same, shown in the tooltip. */
  shortcut?: string
  icon: ReactNode
}

/** A square button with an icon alone. It takes the props of a trigger, so a menu or a dialog may render it. */
export function IconButton({ label, shortcut, icon, ...rest }: IconButtonProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger {...rest} aria-label={label} className={styles.button} render={<BaseButton />}>
        {icon}
      </BaseTooltip.Trigger>
      <TooltipPopup label={label} shortcut={shortcut} />
    </BaseTooltip.Root>
  )
}
