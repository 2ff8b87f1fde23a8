import type { ComponentProps, ReactNode } from 'react'
import styles from './IconButton.module.css'
import { tip } from './tips.js'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children'> {
  /** What it does: the accessible name, and the words shown on hover. */
  label: string
  /** A key that does the same, shown with them. */
  shortcut?: string
  icon: ReactNode
}

/** The class that makes a link look like one; give it the words as its `aria-label` and its {@link tip}. */
export const iconButtonClass = styles.button

/** A square button with an icon alone. It takes the props of a trigger, so a menu may open from it. */
export function IconButton({ label, shortcut, icon, disabled = false, onClick, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...tip(label, shortcut)}
      aria-label={label}
      // Not `disabled`, which would take the focus from somebody who pressed it until there was no more to do.
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
      className={styles.button}
    >
      {icon}
    </button>
  )
}
