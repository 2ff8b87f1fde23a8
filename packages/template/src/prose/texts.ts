import { contentOf, type ProseNode, sameNodes, textNode } from './schema.js'

/** Joins neighbouring texts with the same marks; empty ones go. */
export function mergeTexts(nodes: readonly ProseNode[]): ProseNode[] {
  const merged: ProseNode[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text' && sameNodes(node.marks, last.marks)) {
      merged[merged.length - 1] = textNode(`${last.text}${node.text}`, node.marks)
    } else if (node.type !== 'text' || node.text !== '') merged.push(node)
  }
  return merged
}

/** All text inside of a node, breaks as line feeds. */
export function textInside(node: ProseNode): string {
  if (node.type === 'hardBreak') return '\n'
  return node.text ?? contentOf(node).map(textInside).join('')
}
