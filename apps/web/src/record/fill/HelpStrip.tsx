import { Toolbar } from '@base-ui/react/toolbar'
import { CalendarDays, ExternalLink, UserRoundPlus } from 'lucide-react'
import {
  type MouseEvent,
  type KeyboardEvent as ReactKeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
} from 'react'
import { fillStrings as strings } from '#strings/recordFill'
import { apple, keyCaps, matches } from '../../app/keys.js'
import { say } from '../../text/say.js'
import { announce } from '../announce.js'
import type { Written } from '../editor/editing.js'
import { useEditorValue } from '../editor/useEditing.js'
import { useRecord } from '../state/recordContext.js'
import { helpFor } from './help.js'
import type { Names, Offer } from './offers.js'
import { put } from './put.js'
import styles from './SlotHelp.module.css'
import { slotText } from './slotText.js'
import type { Surroundings } from './surroundings.js'

export interface HelpStripProps {
  ref: RefObject<HTMLDivElement | null>
  at: Written
  around: Surroundings | undefined
  names: Names
  onCalendar: () => void
  assignButton: RefObject<HTMLButtonElement | null>
  isAssigning: boolean
  onAssign: (byKey: boolean) => void
}

const takeKeys = keyCaps('alt+Enter').join(' ')

/** What can be done for a slot as it stands, in a line. It alone is drawn anew as somebody types. */
export function HelpStrip({ ref, at, around, names, onCalendar, ...assigning }: HelpStripProps) {
  const { editor, slot } = at
  const { assignButton, isAssigning, onAssign } = assigning
  const { history, session, mine } = useRecord()
  const text = useEditorValue(editor, (now) => slotText(now, slot.form))
  const { offers, hint, address, isEmpty } = helpFor(slot, text, around, names)
  const [likeliest] = offers
  const take = ({ value, replaces }: Offer) => put(editor, history, value, replaces)
  // From here as from the text.
  const handleTab = (event: ReactKeyboardEvent) => {
    if (event.key !== 'Tab') return
    const place = session.places.next(editor.view.dom, event.shiftKey ? -1 : 1, mine.wants)
    if (place === undefined) return
    event.preventDefault()
    place.focus('end')
  }
  useTakeKey(at, likeliest, take)
  useSaid([likeliest && say(strings.offered, { label: likeliest.label, keys: takeKeys }), hint])
  return (
    <Toolbar.Root
      ref={ref}
      className={styles.tools}
      aria-label={say(strings.help, { label: slot.label })}
      onKeyDown={handleTab}
    >
      {slot.kind === 'date' && (
        <Toolbar.Button
          className={styles.icon}
          aria-label={strings.calendar}
          data-tip={strings.calendar}
          data-tip-keys={keyCaps('alt+↓').join(' ')}
          onMouseDown={keepFocus}
          onClick={onCalendar}
        >
          <CalendarDays size={16} aria-hidden />
        </Toolbar.Button>
      )}
      {offers.map((offer) => (
        <Toolbar.Button key={offer.value} className={styles.offer} onMouseDown={keepFocus} onClick={() => take(offer)}>
          {offer.label}
          {offer === likeliest && (
            <kbd className={styles.key} aria-hidden>
              {takeKeys}
            </kbd>
          )}
        </Toolbar.Button>
      ))}
      {hint !== null && <span className={styles.hint}>{hint}</span>}
      {address !== undefined && (
        <Toolbar.Link className={styles.action} href={address} target="_blank" rel="noopener noreferrer">
          <ExternalLink size={15} aria-hidden />
          {strings.open}
        </Toolbar.Link>
      )}
      {isEmpty && (
        <Toolbar.Button
          className={styles.action}
          onMouseDown={keepFocus}
          onClick={() => put(editor, history, strings.notApplicable, null)}
        >
          {strings.notApplicableLabel}
        </Toolbar.Button>
      )}
      <Toolbar.Button
        ref={assignButton}
        className={styles.icon}
        aria-label={strings.assign}
        data-tip={strings.assign}
        aria-haspopup="menu"
        aria-expanded={isAssigning}
        onMouseDown={keepFocus}
        onClick={(event) => onAssign(event.detail === 0)}
      >
        <UserRoundPlus size={16} aria-hidden />
      </Toolbar.Button>
    </Toolbar.Root>
  )
}

/** The caret stays in the text. */
const keepFocus = (event: MouseEvent) => event.preventDefault()

/** Alt+Enter takes what is offered first. */
function useTakeKey({ editor }: Written, offer: Offer | undefined, take: (offer: Offer) => void): void {
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    if (offer === undefined || !editor.isFocused || !matches('alt+Enter', event, apple)) return
    event.preventDefault()
    event.stopPropagation()
    take(offer)
  })
  useLayoutEffect(() => {
    // Before the editor, to which it would be a new line.
    window.addEventListener('keydown', handleKey, true)
    return () => window.removeEventListener('keydown', handleKey, true)
  }, [])
}

/** Has a screen reader say what comes up beside the text. */
function useSaid(words: readonly (string | null | undefined)[]): void {
  const sentence = words.filter((word) => word != null).join(' ')
  useEffect(() => {
    if (sentence !== '') announce(sentence)
  }, [sentence])
}
