import { rename } from './rename.js'

/** Tables as Markdown has them: the first row is the head, no cell spans others, and a column is aligned as one. */
export function mendTables(body: HTMLElement): void {
  for (const table of body.querySelectorAll('table')) {
    const rows = [...table.rows]
    spread(rows)
    const aligns: string[] = []
    for (const row of rows) {
      for (const [column, cell] of [...row.cells].entries()) aligns[column] ||= alignOf(cell)
    }
    for (const [i, row] of rows.entries()) {
      for (const [column, cell] of [...row.cells].entries()) {
        const next = rename(cell, i === 0 ? 'th' : 'td')
        next.removeAttribute('align')
        next.style.textAlign = aligns[column] ?? ''
      }
    }
  }
}

/** Gives a cell that spans others empty cells beside and below it, so that all that follows stays in its column. */
function spread(rows: readonly HTMLTableRowElement[]): void {
  /** For each column, how many rows more a cell from above reaches into. */
  const reaching: number[] = []
  for (const row of rows) {
    let column = 0
    const fill = (before: Element | null) => {
      for (let left = reaching[column] ?? 0; left > 0; left = reaching[column] ?? 0) {
        reaching[column] = left - 1
        row.insertBefore(row.ownerDocument.createElement('td'), before)
        column += 1
      }
    }
    for (const cell of [...row.cells]) {
      fill(cell)
      const { colSpan, rowSpan } = cell
      cell.removeAttribute('colspan')
      cell.removeAttribute('rowspan')
      for (let i = 0; i < colSpan; i += 1) {
        reaching[column + i] = Math.min(rowSpan, rows.length) - 1
        if (i > 0) cell.after(row.ownerDocument.createElement('td'))
      }
      column += colSpan
    }
    fill(null)
  }
}

/** Word and Google Docs align the paragraphs in a cell rather than the cell. Left is what goes without saying there. */
function alignOf(cell: HTMLTableCellElement): string {
  const inner = cell.querySelector('p, div')
  const own = cell.style.textAlign || cell.getAttribute('align') || ''
  const words = own || (inner instanceof HTMLElement ? inner.style.textAlign || inner.getAttribute('align') : '') || ''
  return words === 'center' || words === 'right' || (words === 'left' && own !== '') ? words : ''
}
