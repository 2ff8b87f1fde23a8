import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import { useId, useState } from 'react'
import { editorStrings as strings } from '#strings/recordEditor'
import styles from './FormatToolbar.module.css'
import { useEditorValue } from './useEditing.js'

/** Those most often asked for; any other may be written. */
const common = [
  'bash',
  'css',
  'diff',
  'go',
  'html',
  'java',
  'js',
  'json',
  'mermaid',
  'python',
  'rust',
  'sql',
  'ts',
  'yaml',
]

/** The language of the code one is in: the first word behind its fence in the file. */
export function CodeLanguage({ editor }: { editor: Editor }) {
  const language = useEditorValue(editor, languageAt)
  return <Field key={language} editor={editor} language={language} />
}

function Field({ editor, language }: { editor: Editor; language: string }) {
  const [text, setText] = useState(language)
  const list = useId()
  const set = () => {
    const next = firstWord(text)
    if (next !== language) editor.commands.updateAttributes('codeBlock', { language: next === '' ? null : next })
  }
  return (
    <>
      <Toolbar.Input
        className={styles.language}
        aria-label={strings.codeLanguage}
        placeholder={strings.codeLanguageShort}
        list={list}
        size={10}
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={set}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          set()
          editor.view.focus()
        }}
      />
      <datalist id={list}>
        {common.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

function languageAt(editor: Editor): string {
  const { language } = editor.getAttributes('codeBlock')
  return typeof language === 'string' ? language : ''
}

/** A space would end it in the file, and a backtick the fence. */
const firstWord = (text: string) => text.trim().split(/[\s`]/)[0] ?? ''
