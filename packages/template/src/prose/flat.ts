import type { PhrasingContent } from 'mdast'
import { nest } from './nest.js'
import type { ProseNode } from './schema.js'

/**
 * Whether flattening loses nothing: nesting the flat run again gives the same texts and atoms, in the same marks.
 * Which of two marks around the same text is the outer one does not count.
 */
export function isFlat(
  children: readonly PhrasingContent[],
  flatten: (children: readonly PhrasingContent[]) => readonly ProseNode[],
): boolean {
  return outline(children).join() === outline(nest(flatten(children))).join()
}

/** One line a leaf: what it is, the marks around it, and which of them it shares with the leaf before. */
function outline(children: readonly PhrasingContent[]): string[] {
  const leaves: string[] = []
  let previous: readonly PhrasingContent[] = []

  function visit(node: PhrasingContent, around: readonly PhrasingContent[]): void {
    if ('children' in node && node.children.length > 0) {
      for (const child of node.children) visit(child, [...around, node])
      return
    }
    const marks = around.map((outer) => `${keyOf(outer)}${previous.includes(outer) ? '=' : '+'}`)
    leaves.push(JSON.stringify([keyOf(node), ...marks.sort()]))
    previous = around
  }

  for (const child of children) visit(child, [])
  return leaves
}

function keyOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return `${node.type} ${node.value.replaceAll('\n', ' ')}`
    case 'link':
      return `link ${node.url} ${node.title ?? ''}`
    case 'emphasis':
    case 'strong':
    case 'delete':
      return node.type
    default:
      return 'atom'
  }
}
