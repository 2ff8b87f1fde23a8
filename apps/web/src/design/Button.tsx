import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import styles from './Button.module.css'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Stands before the words; decoration only. */
  icon?: ReactNode
  /** Something is under way: the button keeps its focus and takes no second press. */
  busy?: boolean
}

/** A button that does something here. For a way to another page, give a link {@link buttonClass}. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  busy = false,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    // A button that is `disabled` would lose the focus, so a busy one only says it is: its press must not submit either.
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(variant, size)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={handleClick}
    >
      {icon}
      {children}
    </button>
  )
}

/** The class that makes a link look like a button. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium'): string {
  return [styles.button, styles[variant], styles[size]].join(' ')
}
