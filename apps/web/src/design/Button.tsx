import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium'

export interface ButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className'> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Stands before the words; decoration only. */
  icon?: ReactNode
  /** Something is under way: the button keeps its focus and takes no second press. */
  busy?: boolean
}

/** A button that does something here. For a way to another page, give a link {@link buttonClass}. */
export function Button({ variant = 'secondary', size = 'medium', icon, busy = false, children, ...rest }: ButtonProps) {
  return (
    <BaseButton
      {...rest}
      className={buttonClass(variant, size)}
      disabled={busy || rest.disabled === true}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
    >
      {icon}
      {children}
    </BaseButton>
  )
}

/** The class that makes a link look like a button. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium'): string {
  return [styles.button, styles[variant], styles[size]].join(' ')
}
