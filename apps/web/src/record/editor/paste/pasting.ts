import type { Editor } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { pasteStrings as strings } from '#strings/recordEditorPaste'
import { toast } from '../../../design/toast.js'
import { say } from '../../../text/say.js'
import type { History } from '../../session/history.js'
import { cleaned } from './clean.js'
import { blocksSlice, lineSlice, plainSlice } from './markdownSlice.js'

/**
 * Pasting: Markdown as what it says, and pages of other programs without what only they need. A paste is one step of the
 * history. Nothing is fetched: what is read stands in a document that is never shown.
 * @see docs/spec.md A8, M1, U2
 */
export function pasting(editor: Editor, form: 'prose' | 'inline', history: History): Plugin {
  const { schema } = editor
  const asMarkdown = (text: string) => (form === 'prose' ? blocksSlice(text, schema) : lineSlice(text, schema))
  const asText = (text: string) => plainSlice(text, schema)
  /** Whether the page being pasted, if it is one, looks like nothing: then its text may be Markdown. */
  let isBarePage = false

  function instead(data: DataTransfer): Slice | null {
    const text = data.getData('text/plain')
    const language = editorLanguage(data)
    if (language === null) return isBarePage ? asMarkdown(text) : null
    // TipTap makes a block of code of anything from Visual Studio Code.
    if (proseLanguages.has(language)) return asMarkdown(text) ?? asText(text)
    return form === 'inline' || !text.trim().includes('\n') ? asText(text) : null
  }

  return new Plugin({
    props: {
      handleDOMEvents: {
        paste() {
          isBarePage = false
          history.pause()
          // The paste is over with this turn; what is typed next is a step of its own.
          queueMicrotask(() => history.pause())
          return false
        },
      },
      clipboardTextParser: (text, _context, plain) => (plain ? null : asMarkdown(text)) ?? asText(text),
      transformPastedHTML(html) {
        // Our own copies need no cleaning, and hold more than a page can say.
        if (html.includes('data-pm-slice')) return html
        const page = cleaned(html)
        isBarePage = page.isBare
        if (page.pictures > 0) toast(say(strings.pictures, { count: page.pictures }), { key: 'paste' })
        return page.html
      },
      handlePaste(view, { clipboardData }) {
        if (view.state.selection.$from.parent.type.spec.code === true) return false
        const slice = clipboardData && instead(clipboardData)
        if (!slice) return false
        view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView())
        return true
      },
    },
  })
}

/** What is written in them is text rather than code. */
const proseLanguages: ReadonlySet<string> = new Set(['markdown', 'plaintext', ''])

/** The language of what was copied in Visual Studio Code; `null` for what was copied elsewhere. */
function editorLanguage(data: DataTransfer): string | null {
  const about = data.getData('vscode-editor-data')
  if (about === '') return null
  try {
    const { mode }: { mode?: unknown } = JSON.parse(about)
    return typeof mode === 'string' ? mode : ''
  } catch {
    // Of another version; its text is there all the same.
    return ''
  }
}
