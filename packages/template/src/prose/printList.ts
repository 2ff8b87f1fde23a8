import type { List, ListItem } from 'mdast'
import type { Handle, Join } from 'mdast-util-to-markdown'
import './mdast.js'

/** Prints a list; its markers were decided when the tree was made. */
export const printList: Handle = (node: List, _parent, state, info) => {
  const leave = state.enter('list')
  const value = state.containerFlow(node, info)
  leave()
  return value
}

/** Prints an item, its content one space from its marker. */
export const printListItem: Handle = (node: ListItem, _parent, state, info) => {
  const marker = String(node.data?.marker)
  const leave = state.enter('listItem')
  const tracker = state.createTracker(info)
  tracker.shift(marker.length + 1)
  const content = state.containerFlow(node, tracker.current())
  leave()
  const indented = content.replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length + 1)}`)
  return content === '' ? marker : `${marker} ${indented}`
}

/** Keeps the parts of a tight list on adjacent lines; a list whose parts cannot be so was made loose before. */
export const isTight: Join = (_left, _right, parent) =>
  parent.type === 'list' || parent.type === 'listItem' ? Number(parent.spread) : undefined
