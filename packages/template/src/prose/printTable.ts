import type { Table, TableRow } from 'mdast'
import type { Handle } from 'mdast-util-to-markdown'

const delimiters = { left: ':--', right: '--:', center: ':-:', none: '---' } as const

/** Prints a table with one space around each cell and no padding, so that editing a cell changes its line only. */
export const printTable: Handle = (node: Table, _parent, state, info) => {
  const leave = state.enter('table')
  const row = ({ children }: TableRow) => {
    const leaveRow = state.enter('tableRow')
    const cells = children.map((cell) => {
      const leaveCell = state.enter('tableCell')
      const leavePhrasing = state.enter('phrasing')
      const value = state.containerPhrasing(cell, { ...info, before: ' ', after: ' ' })
      leavePhrasing()
      leaveCell()
      return value === '' ? ' |' : ` ${value} |`
    })
    leaveRow()
    return `|${cells.join('')}`
  }
  const [head, ...body] = node.children.map(row)
  const align = Array.from(
    { length: Number(node.align?.length) },
    (_, column) => ` ${delimiters[node.align?.[column] ?? 'none']} |`,
  )
  leave()
  return [head, `|${align.join('')}`, ...body].join('\n')
}
