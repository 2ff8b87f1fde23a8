import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { recordStrings } from '#strings/record'
import { say } from '../../text/say.js'

/** What a screen reader calls the text: the slot in words, and that nothing is written in it while that is so. */
export function named(label: string): Extension {
  return Extension.create({
    name: 'named',
    addProseMirrorPlugins: () => [
      new Plugin({ props: { attributes: ({ doc }) => ({ 'aria-label': nameOf(label, doc) }) } }),
    ],
  })
}

/** The accessible name of a slot's text. Cheap: it is asked with every key. */
export function nameOf(label: string, doc: Node): string {
  const [only] = doc.childCount === 1 ? [doc.firstChild] : []
  const isEmpty = only?.isTextblock === true && only.content.size === 0
  return isEmpty ? say(recordStrings.empty, { label }) : label
}
