import type { Text } from 'mdast'
import type { Handle } from 'mdast-util-to-markdown'
import { escapeText } from './escape.js'

/** Makes the handler that prints text with as few escapes as its place allows. */
export function printText(brackets: boolean): Handle {
  return (node: Text, _parent, state, info) =>
    escapeText(node.value, {
      before: info.before,
      after: info.after,
      heading: state.stack.includes('headingAtx'),
      cell: state.stack.includes('tableCell'),
      label: state.stack.includes('label'),
      brackets,
    })
}
