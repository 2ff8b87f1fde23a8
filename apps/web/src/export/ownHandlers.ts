import type { Options } from 'react-markdown'
import { exportStrings } from '#strings/export'

type Handlers = NonNullable<NonNullable<Options['remarkRehypeOptions']>['handlers']>

/** What a page of HTML has no own form for: the front matter is shown as it is written, and raw HTML as text. */
export const ownHandlers: Handlers = {
  yaml: (_state, node: { value: string }) => ({
    type: 'element',
    tagName: 'pre',
    properties: { className: ['front-matter'], ariaLabel: exportStrings.frontMatter },
    children: [{ type: 'text', value: node.value }],
  }),
  html: (_state, node: { value: string }) =>
    // A comment is for whoever edits the file; readers of the page are not shown it anywhere.
    isComment(node.value)
      ? undefined
      : {
          type: 'element',
          tagName: 'code',
          properties: { className: ['raw-html'] },
          children: [{ type: 'text', value: node.value }],
        },
}

function isComment(html: string): boolean {
  const trimmed = html.trim()
  return trimmed.startsWith('<!--') && trimmed.indexOf('-->') === trimmed.length - 3
}
