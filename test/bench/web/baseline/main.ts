import { Editor } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'

// What Colophon's page is measured beside: TipTap as its own guide sets it up, with one document and nobody else.
const answer = await fetch(`/text/${location.hash.slice(1)}`)
new Editor({
  element: document.querySelector('main'),
  extensions: [StarterKit, TableKit, TaskList, TaskItem.configure({ nested: true })],
  content: await answer.text(),
})
