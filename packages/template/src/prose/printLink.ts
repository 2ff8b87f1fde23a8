import type { Image, Link } from 'mdast'
import type { Handle, State } from 'mdast-util-to-markdown'

const autolink = /^[a-z][a-z\d+.-]{1,31}:[^\s<>|]*$/i
const autolinkEmail = /^[\w.!#$%&'*+/=?^`{}~-]+@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i

/** Prints a link: `<https://…>` where the text is the address, `[text](address "title")` otherwise. */
export const printLink: Handle & { peek?: Handle } = (node: Link, _parent, state, info) => {
  const address = autolinkText(node)
  if (address !== undefined) return `<${address}>`
  const leave = state.enter('link')
  const leaveLabel = state.enter('label')
  const text = state.containerPhrasing(node, { ...info, before: '[', after: ']' })
  leaveLabel()
  leave()
  // `]:` at the start of a line would make it a definition; with a title it cannot be one.
  const couldDefine = info.before === '\n' && text.includes(']:')
  return `[${text}](${target(node, state, couldDefine)})`
}
printLink.peek = (node: Link) => (autolinkText(node) === undefined ? '[' : '<')

/** Prints an image. */
export const printImage: Handle & { peek?: Handle } = (node: Image, _parent, state, info) => {
  const leave = state.enter('image')
  const leaveLabel = state.enter('label')
  const alt = state.safe(node.alt, { ...info, before: '[', after: ']' })
  leaveLabel()
  leave()
  return `![${alt}](${target(node, state, false)})`
}
printImage.peek = () => '!'

function autolinkText(node: Link): string | undefined {
  const [child] = node.children
  if (node.title || node.children.length !== 1 || child?.type !== 'text') return undefined
  if (child.value === node.url && autolink.test(node.url)) return node.url
  if (`mailto:${child.value}` === node.url && autolinkEmail.test(child.value)) return child.value
  return undefined
}

function target({ url, title }: Link | Image, state: State, needsTitle: boolean): string {
  const quoted = title || needsTitle ? ` "${escaped(String(title || ''), /"/g)}"` : ''
  const raw = /^[^\s<>\\]*$/.test(url) && isBalanced(url) && (url !== '' || quoted === '')
  const printed = `${raw ? escaped(url, /(?!)/g) : `<${escaped(url, /[<>]/g)}>`}${quoted}`
  return state.stack.includes('tableCell') ? printed.replaceAll('|', '\\|') : printed
}

/** Escapes what ends the construct, and what would be an escape or a character reference in it. */
function escaped(text: string, ends: RegExp): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~\n]|$)|&(?=#?\w+;)/g, '\\$&')
    .replace(ends, '\\$&')
    .replaceAll('\n', '&#xA;')
}

function isBalanced(url: string): boolean {
  let open = 0
  for (const [parenthesis] of url.matchAll(/[()]/g)) {
    open += parenthesis === '(' ? 1 : -1
    // The parser gives up at 32.
    if (open < 0 || open > 30) return false
  }
  return open === 0
}
