import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useDeferredValue, useEffect, useRef, useState } from 'react'
import { findStrings as strings } from '#strings/recordFind'
import { apple, keyCaps, matches } from '../../app/keys.js'
import { IconButton } from '../../design/IconButton.js'
import { say } from '../../text/say.js'
import { useRecord } from '../state/recordContext.js'
import styles from './FindBar.module.css'
import { useFinds } from './useFinds.js'

export interface FindBarProps {
  /** Each time somebody asks for it anew, and where the focus was then. */
  asked: { readonly from: Element | null }
  within: RefObject<HTMLElement | null>
  onClose: () => void
}

/** Finds words in the record, in slots that have an editor as in those that have none yet. */
export default function FindBar({ asked, within, onClose }: FindBarProps) {
  const { editing } = useRecord()
  const input = useRef<HTMLInputElement>(null)
  const cameFrom = useRef<Element | null>(null)
  const [query, setQuery] = useState(selectedWords)
  const { count, index, go } = useFinds(within, useDeferredValue(query))

  useEffect(() => {
    if (asked.from !== null && asked.from !== document.body) cameFrom.current = asked.from
    input.current?.focus()
    input.current?.select()
  }, [asked])

  const close = () => {
    onClose()
    const { current } = editing.getState()
    const text = current?.editor.isDestroyed === false ? current.editor.view : null
    // An editor has a selection of its own to go back to, and nothing scrolls.
    if (text !== null && text.dom === cameFrom.current) text.focus()
    else if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true })
  }
  const handleKey = (event: KeyboardEvent) => {
    // Pressed a second time, it is the browser's.
    if (matches('mod+f', event, apple)) event.stopPropagation()
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === input.current) go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className={styles.place} aria-label={strings.title} data-print="no" onKeyDown={handleKey}>
      <div className={styles.bar}>
        <input
          ref={input}
          type="search"
          className={styles.input}
          aria-label={strings.title}
          placeholder={strings.title}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <span className={styles.count} role="status">
          {countWords(query, count, index)}
        </span>
        <IconButton
          label={strings.previous}
          shortcut={keyCaps('shift+Enter').join(' ')}
          icon={<ChevronUp size={18} aria-hidden />}
          disabled={count === 0}
          onClick={() => go(-1)}
        />
        <IconButton
          label={strings.next}
          shortcut={keyCaps('Enter').join(' ')}
          icon={<ChevronDown size={18} aria-hidden />}
          disabled={count === 0}
          onClick={() => go(1)}
        />
        <IconButton label={strings.close} shortcut="Esc" icon={<X size={18} aria-hidden />} onClick={close} />
      </div>
    </search>
  )
}

function countWords(query: string, count: number, index: number): string {
  if (query.trim() === '') return ''
  return count === 0 ? strings.none : say(strings.found, { number: index + 1, count })
}

/** A few selected words are what one looks for more of. */
function selectedWords(): string {
  const words = window.getSelection()?.toString().trim() ?? ''
  return words.length > 80 || words.includes('\n') ? '' : words
}
