import type { List, Table } from 'mdast'
import { matchNodes } from './match.js'
import { contentOf, element, type ProseNode, sameNodes } from './schema.js'
import { cutLines, type Section } from './sections.js'

/** How the parts of an edited block are printed. */
export interface PartPrinter {
  /** Prints a block that holds one item, or one row under its head. */
  readonly print: (block: ProseNode) => string
  /** Whether every item has the number of the first. */
  readonly sameNumber: boolean
}

/**
 * Prints an edited list or table so that only the lines of what changed in it change.
 * @param markdown the text that `section` was cut from.
 * @returns nothing when the block as a whole is another one.
 */
export function patchBlock(
  node: ProseNode,
  section: Section,
  markdown: string,
  printer: PartPrinter,
): string | undefined {
  if (!sameNodes([node.type, node.attrs], [section.node.type, section.node.attrs])) return undefined
  switch (section.tree.type) {
    case 'list':
      return patchList(node, section, section.tree, markdown, printer)
    case 'table':
      return patchTable(node, section, section.tree, printer)
    default:
      return undefined
  }
}

function patchList(
  node: ProseNode,
  section: Section,
  list: List,
  markdown: string,
  { print, sameNumber }: PartPrinter,
): string {
  const known = contentOf(section.node)
  const parts = cutLines(
    markdown,
    list.children.flatMap((tree, index) => known.slice(index, index + 1).map((node) => ({ tree, node }))),
  )
  const items = contentOf(node)
  const matches = matchNodes(items, known)
  const between = node.attrs?.loose ? '\n\n' : '\n'
  const start = Number(node.attrs?.start ?? 1)
  const alone = (item: ProseNode, index: number) =>
    print(element(node.type, { ...node.attrs, start: start + index }, [item]))
  return items
    .map((item, index) => {
      const match = matches[index]
      const part = match && parts[match.index]
      const source = part && match.same ? part.source : alone(item, sameNumber ? 0 : index)
      if (index === 0) return source
      const follows = part && matches[index - 1]?.index === match.index - 1
      return (follows ? part.gap : between) + source
    })
    .join('')
}

/** The head and the line below it stay together; every other row is one line. */
function patchTable(node: ProseNode, section: Section, table: Table, { print }: PartPrinter): string | undefined {
  const [head, ...rows] = contentOf(node)
  const [knownHead, ...knownRows] = contentOf(section.node)
  const [first, second, ...lines] = section.source.split('\n')
  if (!head || !sameNodes(head, knownHead) || lines.length !== table.children.length - 1) return undefined
  const matches = matchNodes(rows, knownRows)
  const printed = rows.map((row, index) => {
    const match = matches[index]
    const line = match?.same ? lines[match.index] : undefined
    return line ?? print(element('table', {}, [head, row])).replace(/^[\s\S]*\n/, '')
  })
  return [first, second, ...printed].join('\n')
}
