import { normalInline, type Place } from './normalInline.js'
import { attribute, contentOf, element, type ProseNode, specOf } from './schema.js'

/** The normal form of a table: one head row, every row as wide as the widest, each cell one paragraph. */
export function normalTable(rows: readonly ProseNode[], place: Place): ProseNode[] {
  const matrix = rows.map(contentOf)
  const width = Math.max(0, ...matrix.map((cells) => cells.length))
  if (width === 0) return []
  const columns = Array.from({ length: width }, (_, column) => column)
  const aligns = columns.map((column) => alignOf(matrix[0]?.[column]))
  const normalRows = matrix.map((cells, index) => {
    const type = index === 0 ? 'tableHeader' : 'tableCell'
    const normalCells = columns.map((column) =>
      element(type, { align: aligns[column] }, [element('paragraph', {}, lineOf(cells[column], place))]),
    )
    return element('tableRow', {}, normalCells)
  })
  return [element('table', {}, normalRows)]
}

function alignOf(cell: ProseNode | undefined): string | null {
  const align = attribute(cell ?? {}, 'align')
  return ['left', 'right', 'center'].includes(align) ? align : null
}

/** A cell holds one line: its blocks are joined by breaks. */
function lineOf(cell: ProseNode | undefined, place: Place): ProseNode[] {
  const lines = textBlocks(contentOf(cell))
  const joined = lines.flatMap((line, index) => (index === 0 ? line : [element('hardBreak'), ...line]))
  return normalInline(joined, place)
}

/** The inline content of every block inside, in order. */
function textBlocks(nodes: readonly ProseNode[]): (readonly ProseNode[])[] {
  return nodes.flatMap((node) => {
    if (node.type === 'markdown') return [[node]]
    const content = contentOf(node)
    return content.some(({ type }) => specOf(type)?.group === 'inline') ? [content] : textBlocks(content)
  })
}
