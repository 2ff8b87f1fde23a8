import type { LayoutBlock } from '@colophon/template'
import { SectionAssign } from '../fill/Filling.js'
import { sectionId } from '../outline/sectionId.js'
import { useScope } from '../state/recordContext.js'
import styles from './Heading.module.css'
import { Inlines } from './Inlines.js'

const tags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

/** A heading of the template, which the outline leads to. */
export function Heading({ block }: { block: Extract<LayoutBlock, { type: 'heading' }> }) {
  const { path } = useScope()
  const Tag = tags[block.depth - 1] ?? 'h6'
  return (
    <Tag
      id={sectionId(path, block.id)}
      className={styles.heading}
      data-depth={block.depth}
      data-section
      dir="auto"
      tabIndex={-1}
    >
      <Inlines nodes={block.children} />
      <SectionAssign id={sectionId(path, block.id)} />
    </Tag>
  )
}
