import { Mark, markPasteRule, type PasteRuleMatch } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { safeHref } from '../slot/safeHref.js'

/**
 * A link carries where it leads and its title, and nothing of how a page opens it. It excludes only itself, so that the
 * binding stores it under its own name. An address that is pasted becomes a link, over a selection the selection's.
 * @see docs/spec.md A8
 */
export const RecordLink = Mark.create({
  name: 'link',
  priority: 1000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,
  addAttributes: () => ({ href: { default: '' }, title: { default: null } }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (safeHref(element.getAttribute('href')) === undefined ? false : null) },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    { ...HTMLAttributes, href: safeHref(HTMLAttributes.href) ?? '', rel: 'noopener noreferrer' },
    0,
  ],
  addCommands() {
    return {
      setLink:
        ({ href }) =>
        ({ commands }) =>
          safeHref(href) !== undefined && commands.setMark(this.name, { href }),
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    }
  },
  addPasteRules() {
    return [markPasteRule({ find: addressesIn, type: this.type, getAttributes: ({ data }) => data })]
  },
  addProseMirrorPlugins() {
    const { editor, name } = this
    return [
      new Plugin({
        props: {
          handlePaste(view, _event, slice) {
            const pasted = slice.content.textBetween(0, slice.content.size)
            const [address] = addressesIn(pasted)
            if (view.state.selection.empty || address?.text !== pasted) return false
            return editor.commands.setMark(name, { href: pasted })
          },
        },
      }),
    ]
  },
})

/** A full stop or a bracket after an address belongs to the sentence around it. */
const address = /\bhttps?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}*_~`]/gi

/** The web addresses that stand in `text`. */
export function addressesIn(text: string): PasteRuleMatch[] {
  return [...text.matchAll(address)].map(({ 0: href, index }) => ({ text: href, index, data: { href } }))
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      setLink: (attributes: { href: string }) => ReturnType
      unsetLink: () => ReturnType
    }
  }
}
