import { Popover } from '@base-ui/react/popover'
import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { memo, useEffect, useState } from 'react'
import { editorStrings as strings } from '#strings/recordEditor'
import { say } from '../../../text/say.js'
import { announce } from '../../announce.js'
import { useRecord } from '../../state/recordContext.js'
import { countWords } from './countWords.js'
import { recordWords } from './recordWords.js'
import styles from './WordCount.module.css'

/** Nobody reads a count while typing. */
const restMs = 400

/** Renders by itself rather than with its toolbar, which follows each key: how many words the slot has, and behind a press those of the record: these are counted only then. */
export const WordCount = memo(function WordCount({ editor }: { editor: Editor }) {
  const [{ doc, selection }, setState] = useState(editor.state)
  useEffect(() => whenRested(editor, () => setState(editor.state)), [editor])
  const text = doc.textBetween(0, doc.content.size, ' ', ' ')
  const count = countWords(text)
  const selected = countWords(doc.textBetween(selection.from, selection.to, ' ', ' '))
  const label = selected === 0 ? say(strings.words, { count }) : say(strings.wordsOf, { count, selected })
  return (
    <Popover.Root>
      <Toolbar.Button
        className={styles.count}
        onMouseDown={(event) => event.preventDefault()}
        render={<Popover.Trigger />}
      >
        {label}
      </Toolbar.Button>
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner} side="bottom" align="end" sideOffset={8} collisionPadding={8}>
          {/* There is nothing to press in it, and the toolbar stays for as long as the focus does. */}
          <Popover.Popup className={styles.popup} initialFocus={false} finalFocus={false}>
            <Popover.Title className={styles.title}>{strings.wordsTitle}</Popover.Title>
            <dl className={styles.list}>
              {selected > 0 && <Row label={strings.wordsSelected} count={selected} />}
              <Row label={strings.wordsSlot} count={count} />
              <Row label={strings.wordsCharacters} count={[...text].length} />
              <RecordRow />
            </dl>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
})

function RecordRow() {
  const { template, session } = useRecord()
  const [count] = useState(() => recordWords(template, session.doc))
  useEffect(() => announce(say(strings.wordsHeard, { count })), [count])
  return <Row label={strings.wordsRecord} count={count} />
}

function Row({ label, count }: { label: string; count: number }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{say('{count}', { count })}</dd>
    </div>
  )
}

/** Tells once an editor has been left alone for a moment. */
function whenRested(editor: Editor, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(listener, restMs)
  }
  editor.on('transaction', wait)
  return () => {
    clearTimeout(timer)
    editor.off('transaction', wait)
  }
}
