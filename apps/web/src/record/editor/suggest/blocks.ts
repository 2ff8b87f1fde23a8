import type { Editor } from '@tiptap/core'
import { CalendarDays } from 'lucide-react'
import { suggestStrings as strings } from '#strings/recordEditorSuggest'
import { dayAt, writeDay } from '../../fill/days.js'
import type { Format } from '../format.js'
import { blockFormats } from '../formats.js'
import { putText } from './putText.js'
import { answers, type Source, type Suggested } from './suggestion.js'

/** What "/" offers: every block the slot can hold, and today's date. */
export const blocks: Source = {
  kind: 'blocks',
  char: '/',
  minQueryLength: 0,
  find: async (query, editor) => matching(offered(editor), query),
}

interface Offer extends Suggested {
  /** Other words that somebody may look for it by. */
  readonly also: string
}

/** Those whose name is being typed, then those it may mean. */
export function matching<T extends Pick<Offer, 'label' | 'also'>>(offers: readonly T[], query: string): T[] {
  const named = offers.filter(({ label }) => answers(label, query))
  return [...named, ...offers.filter((offer) => !named.includes(offer) && answers(offer.also, query))]
}

function offered(editor: Editor): Offer[] {
  // A cell of a table holds a line of text and no blocks.
  const formats = editor.isActive('table') ? [] : blockFormats.map(offerOf)
  return [...formats, today()]
}

function offerOf({ label, icon, also = '', apply }: Format): Offer {
  return {
    id: label,
    label,
    sign: icon,
    also,
    put(editor, range) {
      editor.chain().deleteRange(range).run()
      apply(editor)
    },
  }
}

function today(): Offer {
  const day = writeDay(dayAt(new Date()), 'iso')
  return {
    id: 'today',
    label: strings.today,
    sign: CalendarDays,
    hint: day,
    also: strings.todayAlso,
    put: (editor, range) => putText(editor, range, `${day} `),
  }
}
