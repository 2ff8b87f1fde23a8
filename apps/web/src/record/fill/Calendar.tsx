import { Popover } from '@base-ui/react/popover'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useRef } from 'react'
// The grid of days with its keys and names for screen readers: a kept library for what is easy to get nearly right.
import { DayPicker } from 'react-day-picker'
import { calendarLocale } from '#strings/calendar'
import { fillStrings as strings } from '#strings/recordFill'
import { Button } from '../../design/Button.js'
import { say } from '../../text/say.js'
import type { Written } from '../editor/editing.js'
import { useRecord } from '../state/recordContext.js'
import styles from './Calendar.module.css'
import { dayAt, readDay, startOf, writeDay } from './days.js'
import { put } from './put.js'
import { slotText } from './slotText.js'
import type { Surroundings } from './surroundings.js'

export interface CalendarProps {
  at: Written
  around: Surroundings | undefined
  onClose: () => void
  /** Where the focus goes when it is closed; `false` where it has gone on by itself. */
  finalFocus: () => HTMLElement | false
}

/** A month of days beside a date. The one that is picked is written as the slot had its day, or as the record has others. */
export default function Calendar({ at: { editor, slot }, around, onClose, finalFocus }: CalendarProps) {
  const { history } = useRecord()
  const popup = useRef<HTMLDivElement>(null)
  const written = readDay(slotText(editor, slot.form))
  const selected = written && startOf(written.day)
  const pick = (date: Date) => {
    onClose()
    put(editor, history, writeDay(dayAt(date), written?.style ?? around?.dayStyle ?? 'iso'), null)
  }
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()} modal="trap-focus">
      <Popover.Portal container={editor.view.dom.closest('main')}>
        <Popover.Positioner
          className={styles.positioner}
          anchor={editor.view.dom}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={8}
        >
          <Popover.Popup
            ref={popup}
            className={styles.popup}
            aria-label={say(strings.dayFor, { label: slot.label })}
            initialFocus={() => popup.current?.querySelector<HTMLElement>('td button[tabindex="0"]') ?? true}
            finalFocus={finalFocus}
          >
            <DayPicker
              mode="single"
              selected={selected}
              defaultMonth={selected ?? new Date()}
              onSelect={(date, triggered) => pick(date ?? triggered)}
              locale={calendarLocale}
              weekStartsOn={1}
              fixedWeeks
              showOutsideDays
              labels={{ labelPrevious: () => strings.monthBefore, labelNext: () => strings.monthAfter }}
              components={{ Chevron: Arrow }}
              classNames={classNames}
            />
            <div className={styles.foot}>
              <Button size="small" onClick={() => pick(new Date())}>
                {strings.today}
              </Button>
              <Popover.Close render={<Button size="small" variant="quiet" />}>{strings.close}</Popover.Close>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Arrow({ orientation }: { orientation?: 'up' | 'down' | 'left' | 'right' }) {
  return orientation === 'left' ? <ChevronLeft size={18} aria-hidden /> : <ChevronRight size={18} aria-hidden />
}

/** The library's parts that have a look here. */
const classNames = Object.fromEntries(
  (
    [
      ['months', styles.months],
      ['nav', styles.nav],
      ['button_previous', styles.step],
      ['button_next', styles.step],
      ['month_caption', styles.caption],
      ['month_grid', styles.grid],
      ['weekday', styles.weekday],
      ['day', styles.cell],
      ['day_button', styles.day],
      ['outside', styles.outside],
      ['today', styles.today],
      ['selected', styles.selected],
    ] as const
  ).flatMap(([part, name]) => (name === undefined ? [] : [[part, name]])),
)
