import { useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { suggestStrings as strings } from '#strings/recordEditorSuggest'
import { say } from '../../../text/say.js'
import { announce } from '../../announce.js'
import type { Popup, PopupState } from './popup.js'
import styles from './SuggestionPopup.module.css'
import type { Suggested } from './suggestion.js'

/** What is suggested where the caret is. The caret stays in the text, which says which suggestion Enter takes. */
export function SuggestionPopup({ popup }: { popup: Popup }) {
  const state = useSyncExternalStore(popup.subscribe, popup.getState)
  if (state === null) return null
  // Within the page's main part, where a screen reader looks for what belongs to the text.
  const page = state.editor.view.dom.closest('main') ?? document.body
  return createPortal(<Suggestions state={state} onPoint={popup.point} />, page)
}

function Suggestions({ state, onPoint }: { state: PopupState; onPoint: (index: number) => void }) {
  const { kind, editor, items, active, choose, mount } = state
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  useLayoutEffect(() => (list.current === null ? undefined : mount(list.current)), [mount])

  useEffect(() => {
    const text = editor.view.dom
    const controls = { 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-haspopup': 'listbox' }
    for (const [name, value] of Object.entries(controls)) text.setAttribute(name, value)
    return () => {
      for (const name of [...Object.keys(controls), 'aria-activedescendant']) text.removeAttribute(name)
    }
  }, [editor, id])

  useEffect(() => {
    editor.view.dom.setAttribute('aria-activedescendant', optionId(id, active))
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [editor, id, active])

  useEffect(() => announce(say(strings.found, { kind: strings[kind], count: items.length })), [kind, items.length])

  return (
    <div ref={list} id={id} role="listbox" aria-label={strings[kind]} className={styles.list}>
      {items.map((item, i) => (
        <div
          key={item.id}
          id={optionId(id, i)}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          className={styles.item}
          // The caret stays in the text, and the keyboard of a phone open.
          onMouseDown={(event) => event.preventDefault()}
          onMouseMove={() => onPoint(i)}
          onClick={() => choose(item)}
          // Some screen readers put the focus on what they are at.
          onKeyDown={({ key }) => key === 'Enter' && choose(item)}
        >
          <Sign sign={item.sign} />
          <span className={styles.label}>{item.label}</span>
          {item.hint !== undefined && <span className={styles.hint}>{item.hint}</span>}
        </div>
      ))}
    </div>
  )
}

function Sign({ sign: Icon }: Pick<Suggested, 'sign'>) {
  return (
    <span className={styles.sign} aria-hidden>
      {typeof Icon === 'string' ? Icon : <Icon size={18} />}
    </span>
  )
}

const optionId = (list: string, index: number) => `${list}-${index}`
