import { attribute, mark, marksOf, type ProseNode, textNode, textOf } from './schema.js'

const host = String.raw`[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?(?:\.[A-Za-z\d](?:[A-Za-z\d-]*[A-Za-z\d])?)+`
const path = String.raw`(?::\d+)?(?:[/?#](?:[A-Za-z\d/.:?=%#+,;@$-]|(?<=[A-Za-z\d])_(?=[A-Za-z\d])|&(?![A-Za-z\d#]*;))*(?<=[A-Za-z\d/=+#%-]))?`
const address = new RegExp(String.raw`https?:\/\/${host}${path}|www\.${host}${path}|[A-Za-z\d][\w.+-]*@${host}`, 'g')
const whole = new RegExp(`^(?:${address.source})$`)

/**
 * Whether the node is a link that needs no markup: GFM makes one of its text by itself.
 * Errs on the side of no.
 */
export function isBareLink(nodes: readonly ProseNode[], index: number): boolean {
  const node = nodes[index]
  const [link, ...others] = marksOf(node)
  const text = textOf(node)
  if (link?.type !== 'link' || others.length > 0 || link.attrs?.title !== undefined) return false
  return attribute(link, 'href') === hrefOf(text) && standsAlone(shown(nodes[index - 1]), text, shown(nodes[index + 1]))
}

/** Text with a link on every address that GFM would make a link of. */
export function linkified(text: string): ProseNode[] {
  const nodes: ProseNode[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const link = mark('link', { href: hrefOf(found) })
    if (!link || !standsAlone(text.slice(0, index), found, text.slice(index + found.length))) continue
    if (index > end) nodes.push(textNode(text.slice(end, index)))
    nodes.push(textNode(found, [link]))
    end = index + found.length
  }
  return text.length > end ? [...nodes, textNode(text.slice(end))] : nodes
}

/** What is not plain text counts as punctuation. */
function shown(node: ProseNode | undefined): string {
  if (!node) return ''
  return node.type === 'text' && node.marks === undefined ? textOf(node) : '*'
}

function standsAlone(before: string, text: string, after: string): boolean {
  return whole.test(text) && /(?:^|[\s(])$/.test(before) && /^[.,;:!?)]*(?:\s|$)/.test(after)
}

function hrefOf(text: string): string {
  if (text.startsWith('www.')) return `http://${text}`
  return /^https?:/.test(text) ? text : `mailto:${text}`
}
