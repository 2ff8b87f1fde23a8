import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useKeyHelp } from '../../app/keys.js'
import { useRecord } from '../state/recordContext.js'
import { arm } from './arm.js'
import type { Written } from './editing.js'
import { FormatToolbar } from './FormatToolbar.js'
import { writingKeys } from './keys.js'
import { blocks } from './suggest/blocks.js'
import { emoji } from './suggest/emoji.js'
import { people } from './suggest/people.js'
import { createPopup } from './suggest/popup.js'
import { SuggestionPopup } from './suggest/SuggestionPopup.js'

/** What helps whoever writes: one toolbar and one popup for all the page's slots, and what each editor learns when it is first used. */
export default function WritingTools({ editor, slot, since }: Written) {
  const { form, kind } = slot
  const { editing, history } = useRecord()
  const queries = useQueryClient()
  const [popup] = useState(createPopup)
  const sources = useMemo(() => {
    const named = people(queries)
    // A slot that wants a name offers people by itself.
    return { prose: [blocks, emoji, named], inline: kind === 'person' ? [emoji] : [emoji, named] }
  }, [queries, kind])
  useKeyHelp(writingKeys)
  useEffect(() => {
    if (form !== 'plain') arm(editor, { form, sources: sources[form], popup, history, editing }, since)
  }, [editor, form, since, sources, popup, history, editing])
  return (
    <>
      <FormatToolbar key={form} editor={editor} form={form} />
      <SuggestionPopup popup={popup} />
    </>
  )
}
