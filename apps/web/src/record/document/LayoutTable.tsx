import type { LayoutBlock } from '@colophon/template'
import { inOrder } from '../inOrder.js'
import { Inlines } from './Inlines.js'
import styles from './LayoutTable.module.css'

/** A table of the template; its cells may hold slots. */
export function LayoutTable({ block }: { block: Extract<LayoutBlock, { type: 'table' }> }) {
  const [header = [], ...rows] = block.rows
  return (
    <div className={styles.tableScroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {inOrder(header, (cell, i) => (
              <th scope="col" dir="auto" data-align={block.align[i] ?? undefined}>
                <Inlines nodes={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows, (row) => (
            <tr>
              {inOrder(row, (cell, j) => (
                <td dir="auto" data-align={block.align[j] ?? undefined}>
                  <Inlines nodes={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
