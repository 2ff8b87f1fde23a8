import type { Attrs, Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/**
 * Makes of the table at the selection what Markdown can say: its first row is the head, and all cells of a column are
 * aligned alike. So the page shows what the file will.
 * @see docs/spec.md U4
 */
export function settle(tr: Transaction): boolean {
  const table = tableAt(tr)
  if (table === null) return true
  const { head, cell } = cellTypes(table.node)
  const aligns = alignsOf(table.node)
  table.node.forEach((row, rowOffset, rowIndex) => {
    row.forEach((one, offset, column) => {
      const type = rowIndex === 0 ? head : cell
      const attrs: Attrs = { ...one.attrs, align: aligns[column] ?? null }
      if (one.type === type && one.attrs.align === attrs.align) return
      // A row is as far into its table as a cell is into its row: one token.
      tr.setNodeMarkup(table.position + 1 + rowOffset + 1 + offset, type, attrs)
    })
  })
  return true
}

/** How each column is aligned: as the first of its cells that is, since a new row has no alignment yet. */
export function alignsOf(table: Node): (string | null)[] {
  const aligns: (string | null)[] = []
  table.forEach((row) => {
    row.forEach(({ attrs }, _offset, column) => {
      aligns[column] ??= typeof attrs.align === 'string' ? attrs.align : null
    })
  })
  return aligns
}

function tableAt({ selection: { $from } }: Transaction): { node: Node; position: number } | null {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth)
    if (node.type.spec.tableRole === 'table') return { node, position: $from.before(depth) }
  }
  return null
}

function cellTypes({ type: { schema } }: Node) {
  const { tableHeader: head, tableCell: cell } = schema.nodes
  if (head === undefined || cell === undefined) throw new Error('This editor has tables without cells.')
  return { head, cell }
}
