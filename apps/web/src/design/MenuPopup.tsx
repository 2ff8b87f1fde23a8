import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import type { MenuChoice, MenuEntry, MenuProps } from './Menu.js'
import styles from './Menu.module.css'

export interface MenuPopupProps extends Required<Pick<MenuProps, 'entries' | 'align'>> {
  open: boolean
  onOpenChange: (open: boolean) => void
  button: RefObject<HTMLButtonElement | null>
  /** Where the focus goes when it is closed, `false` for nowhere; to its button where that is left out. */
  finalFocus?: () => HTMLElement | false | null
  /** Opened from the keyboard, so that the first choice is at hand. */
  byKey: boolean
}

const firstChoice = '[role^="menuitem"]:not([aria-disabled="true"])'

/** An open menu. Arrow keys, typing ahead and Escape work as people expect. */
export default function MenuPopup({ open, onOpenChange, button, entries, align, byKey, finalFocus }: MenuPopupProps) {
  const popup = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open || !byKey) return
    // After the menu has taken the focus itself.
    const frame = requestAnimationFrame(() => popup.current?.querySelector<HTMLElement>(firstChoice)?.focus())
    return () => cancelAnimationFrame(frame)
  }, [open, byKey])
  // Kept within the landmark of its button, so that somebody who walks the page by landmarks meets it where it belongs.
  const landmark = button.current?.closest<HTMLElement>('header, main, [role="dialog"]') ?? null
  const handleOpenChange: Menu.Root.Props['onOpenChange'] = (next, details) => {
    const { target } = details.event
    // The press of the button is the button's to answer.
    if (!next && target instanceof Node && button.current?.contains(target) === true) details.cancel()
    else onOpenChange(next)
  }
  return (
    <Menu.Root open={open} onOpenChange={handleOpenChange}>
      <Menu.Portal container={landmark}>
        {/* In a drawer, a press on an entry is no swipe of the drawer. */}
        <Menu.Positioner
          className={styles.positioner}
          anchor={button}
          align={align}
          sideOffset={4}
          data-base-ui-swipe-ignore=""
        >
          <Menu.Popup
            ref={popup}
            className={styles.popup}
            finalFocus={finalFocus ?? button}
            aria-label={button.current?.ariaLabel ?? undefined}
          >
            {entries.map((entry) => (
              <Entry key={'key' in entry ? entry.key : entry.label} entry={entry} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case 'item':
      return (
        <Menu.Item
          className={styles.item}
          data-danger={entry.danger || undefined}
          disabled={entry.disabled ?? false}
          onClick={() => entry.onSelect()}
        >
          <span className={styles.icon}>{entry.icon}</span>
          <span className={styles.label}>{entry.label}</span>
        </Menu.Item>
      )
    case 'choice':
      return <Choice {...entry} />
    case 'separator':
      return <Menu.Separator className={styles.separator} />
    case 'note':
      return <div className={styles.note}>{entry.words}</div>
    default:
      return entry satisfies never
  }
}

function Choice({ label, value, options }: MenuChoice) {
  return (
    <Menu.RadioGroup value={value} aria-label={label}>
      <div className={styles.heading} aria-hidden>
        {label}
      </div>
      {options.map((option) => (
        <Menu.RadioItem
          key={option.value}
          value={option.value}
          className={styles.item}
          closeOnClick={false}
          onClick={() => option.onSelect()}
        >
          <span className={styles.icon}>
            <Menu.RadioItemIndicator>
              <Check size={16} aria-hidden />
            </Menu.RadioItemIndicator>
          </span>
          <span className={styles.label}>{option.label}</span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}
