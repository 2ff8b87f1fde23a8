import type { LayoutBlock, LayoutListItem } from '@colophon/template'
import type { ReactNode } from 'react'
import { inOrder } from '../inOrder.js'
import { Slot } from '../slot/Slot.js'
import { FrontMatter } from './FrontMatter.js'
import { Group } from './Group.js'
import type { ShowBlocks } from './GroupItem.js'
import { Heading } from './Heading.js'
import { Inlines } from './Inlines.js'
import { LayoutTable } from './LayoutTable.js'
import { startsWithTick } from './startsWithTick.js'
import styles from './Text.module.css'

/** The blocks of the template in their order. The order never changes, so a block is known by its place. */
export function Blocks({ blocks }: { blocks: readonly (LayoutBlock | LayoutListItem)[] }): ReactNode {
  return inOrder(blocks, (block) => <Block block={block} />)
}

function Block({ block }: { block: LayoutBlock | LayoutListItem }): ReactNode {
  switch (block.type) {
    case 'heading':
      return <Heading block={block} />
    case 'paragraph':
      return (
        <p className={styles.paragraph} dir="auto">
          <Inlines nodes={block.children} />
        </p>
      )
    case 'prose':
      return <Slot slot={block.slot} />
    case 'list':
      return block.ordered ? (
        <ol className={styles.list} start={block.start}>
          <Blocks blocks={block.children} />
        </ol>
      ) : (
        <ul className={styles.list}>
          <Blocks blocks={block.children} />
        </ul>
      )
    case 'listItem':
      return (
        <li className={`${styles.entry} ${styles.item}`} data-ticked={startsWithTick(block) || undefined}>
          <Blocks blocks={block.children} />
        </li>
      )
    case 'quote':
      return (
        <blockquote className={styles.quote}>
          <Blocks blocks={block.children} />
        </blockquote>
      )
    case 'code':
    case 'html':
      return (
        <pre className={styles.code}>
          <Inlines nodes={block.children} />
        </pre>
      )
    case 'table':
      return <LayoutTable block={block} />
    case 'rule':
      return <hr className={styles.rule} />
    case 'frontMatter':
      return <FrontMatter fields={block.fields} />
    case 'group':
      return <Group group={block} show={showBlocks} />
    default:
      return block satisfies never
  }
}

const showBlocks: ShowBlocks = (blocks) => <Blocks blocks={blocks} />
