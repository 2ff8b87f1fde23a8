import { Menu as BaseMenu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import styles from './Menu.module.css'

export interface MenuProps {
  /** The button that opens it: a `Button` or an `IconButton`. */
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'center' | 'end'
}

/** A menu that drops from its button. Arrow keys, typing ahead and Escape work as people expect. */
export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [landmark, setLandmark] = useState<HTMLElement | null>(null)
  const handleOpenChange = (open: boolean) => {
    // Kept within the landmark of its button, so that somebody who walks the page by landmarks meets it where it belongs.
    if (open) setLandmark(button.current?.closest<HTMLElement>('header, main, [role="dialog"]') ?? document.body)
  }
  return (
    <BaseMenu.Root onOpenChange={handleOpenChange}>
      <BaseMenu.Trigger ref={button} render={trigger} />
      <BaseMenu.Portal container={landmark}>
        <BaseMenu.Positioner className={styles.positioner} align={align} sideOffset={4}>
          <BaseMenu.Popup className={styles.popup}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

export interface MenuItemProps {
  icon?: ReactNode
  children: ReactNode
  onSelect: () => void
  /** Marks what takes something away. */
  danger?: boolean
  disabled?: boolean
  /** A key that does the same. */
  shortcut?: string
}

export function MenuItem({ icon, children, onSelect, danger = false, disabled = false, shortcut }: MenuItemProps) {
  return (
    <BaseMenu.Item
      className={styles.item}
      data-danger={danger || undefined}
      disabled={disabled}
      onClick={() => onSelect()}
    >
      <span className={styles.icon}>{icon}</span>
      <span className={styles.label}>{children}</span>
      {shortcut !== undefined && <span className={styles.shortcut}>{shortcut}</span>}
    </BaseMenu.Item>
  )
}

export interface MenuChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onValueChange: (value: Value) => void
}

/** One choice of a few, in a menu. */
export function MenuChoice<Value extends string>({ label, value, options, onValueChange }: MenuChoiceProps<Value>) {
  return (
    <BaseMenu.RadioGroup value={value} onValueChange={onValueChange} aria-label={label}>
      <div className={styles.heading} aria-hidden>
        {label}
      </div>
      {options.map((option) => (
        <BaseMenu.RadioItem key={option.value} value={option.value} className={styles.item} closeOnClick={false}>
          <span className={styles.icon}>
            <BaseMenu.RadioItemIndicator>
              <Check size={16} aria-hidden />
            </BaseMenu.RadioItemIndicator>
          </span>
          <span className={styles.label}>{option.label}</span>
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  )
}

export function MenuSeparator() {
  return <BaseMenu.Separator className={styles.separator} />
}

/** Words in a menu that are not a choice. */
export function MenuNote({ children }: { children: ReactNode }) {
  return <div className={styles.note}>{children}</div>
}
