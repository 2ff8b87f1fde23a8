import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { editorStrings as strings } from '#strings/recordEditor'
import { Button } from '../../design/Button.js'
import { Dialog } from '../../design/Dialog.js'
import { TextField } from '../../design/TextField.js'
import { safeHref } from '../slot/safeHref.js'
import { useRecord } from '../state/recordContext.js'
import type { Question } from './editing.js'
import styles from './FormatToolbar.module.css'

/** What editors ask for: an address, a piece of Markdown. */
export default function EditorDialogs({ question }: { question: Question }) {
  const { editing } = useRecord()
  switch (question.kind) {
    case 'link':
      return <LinkDialog editor={question.editor} href={question.href} onClose={editing.close} />
    case 'source':
      return <SourceDialog source={question.source} onAnswer={question.answer} onClose={editing.close} />
    default:
      return question satisfies never
  }
}

function LinkDialog({ editor, href, onClose }: { editor: Editor; href: string; onClose: () => void }) {
  const [address, setAddress] = useState(href)
  const [refused, setRefused] = useState(false)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const next = safeHref(address.trim())
    if (next === undefined) return setRefused(true)
    onClose()
    editor.chain().focus().extendMarkRange('link').setLink({ href: next }).run()
  }
  const handleRemove = () => {
    onClose()
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={strings.linkTitle} description={strings.linkHint}>
      <form className={styles.form} onSubmit={handleSubmit}>
        <TextField
          label={strings.linkAddress}
          name="address"
          value={address}
          onValueChange={setAddress}
          {...(refused ? { hint: strings.linkRefused, 'aria-invalid': true } : {})}
        />
        <div className={styles.formButtons}>
          {href !== '' && (
            <Button variant="quiet" onClick={handleRemove}>
              {strings.linkRemove}
            </Button>
          )}
          <Button variant="primary" type="submit">
            {strings.linkSet}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

interface SourceDialogProps {
  source: string
  onAnswer: (source: string) => void
  onClose: () => void
}

function SourceDialog({ source, onAnswer, onClose }: SourceDialogProps) {
  const [text, setText] = useState(source)
  const handleKeep = () => {
    onClose()
    onAnswer(text)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={strings.sourceTitle}
      description={strings.sourceText}
      footer={
        <>
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button variant="primary" onClick={handleKeep}>
            {strings.sourceKeep}
          </Button>
        </>
      }
    >
      <textarea
        className={styles.source}
        aria-label={strings.sourceLabel}
        rows={12}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  )
}
