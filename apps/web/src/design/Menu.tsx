import { CatchBoundary } from '@tanstack/react-router'
import {
  cloneElement,
  type KeyboardEvent,
  lazy,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  Suspense,
  useRef,
  useState,
} from 'react'
import { designStrings } from '#strings/design'
import { toast } from './toast.js'

const load = () => import('./MenuPopup.js')
const MenuPopup = lazy(load)

/** What a menu holds, from top to bottom. */
export type MenuEntry =
  | {
      readonly kind: 'item'
      readonly label: string
      readonly icon?: ReactNode
      readonly onSelect: () => void
      /** Marks what takes something away. */
      readonly danger?: boolean
      readonly disabled?: boolean
    }
  | MenuChoice
  | { readonly kind: 'separator'; readonly key: string }
  /** Words that are not a choice. */
  | { readonly kind: 'note'; readonly key: string; readonly words: ReactNode }

/** One choice of a few. */
export interface MenuChoice {
  readonly kind: 'choice'
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string; readonly onSelect: () => void }[]
}

/** What a menu hands to its button, which must pass it on to a `button` element. */
interface TriggerProps {
  ref?: { current: HTMLButtonElement | null }
  'aria-haspopup'?: 'menu'
  'aria-expanded'?: boolean
  'data-popup-open'?: boolean | undefined
  onPointerDown?: () => void
  onClick?: (event: MouseEvent) => void
  onKeyDown?: (event: KeyboardEvent) => void
}

export interface MenuProps {
  /** The button that opens it: a `button`, a `Button` or an `IconButton`. */
  trigger: ReactElement<TriggerProps>
  entries: readonly MenuEntry[]
  align?: 'start' | 'center' | 'end'
}

/** A menu that drops from its button. What draws it is fetched when a menu is opened for the first time. */
export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [used, setUsed] = useState(false)
  const [byKey, setByKey] = useState(false)
  const show = (how: 'key' | 'pointer') => {
    setByKey(how === 'key')
    setUsed(true)
    setOpen(true)
  }
  const props: TriggerProps = {
    ref: button,
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    'data-popup-open': open || undefined,
    // A press takes about as long as the fetch that it will need; a refusal is said when the menu is opened.
    onPointerDown: () => void load().catch(() => undefined),
    onClick(event) {
      if (open) setOpen(false)
      else show(event.detail === 0 ? 'key' : 'pointer')
    },
    onKeyDown(event) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      event.preventDefault()
      show('key')
    },
  }
  return (
    <>
      {cloneElement(trigger, props)}
      {used && (
        <CatchBoundary getResetKey={() => 'menu'} errorComponent={Without} onCatch={sayUnavailable}>
          <Suspense>
            <MenuPopup
              open={open}
              onOpenChange={setOpen}
              button={button}
              entries={entries}
              align={align}
              byKey={byKey}
            />
          </Suspense>
        </CatchBoundary>
      )}
    </>
  )
}

function sayUnavailable(): void {
  toast(designStrings.menuFailed, { tone: 'problem', detail: designStrings.menuFailedNext })
}

function Without() {
  return null
}
