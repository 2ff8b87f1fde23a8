import type { LayoutInline } from '@colophon/template'
import type { ReactNode } from 'react'
import { Signoff } from '../../signoff/Signoffs.js'
import { inOrder } from '../inOrder.js'
import { Slot } from '../slot/Slot.js'
import { safeHref } from '../slot/safeHref.js'
import { useScope } from '../state/recordContext.js'
import styles from './Text.module.css'
import { Tick } from './Tick.js'

/** A line of the template: its words as they are, and its slots, ticks and sign-offs among them. */
export function Inlines({ nodes }: { nodes: readonly LayoutInline[] }): ReactNode {
  return inOrder(nodes, (node) => <Inline node={node} />)
}

function Inline({ node }: { node: LayoutInline }): ReactNode {
  const { indices } = useScope()
  switch (node.type) {
    case 'text':
      return node.value
    case 'strong':
      return (
        <strong>
          <Inlines nodes={node.children} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <Inlines nodes={node.children} />
        </s>
      )
    case 'code':
      return (
        <code>
          <Inlines nodes={node.children} />
        </code>
      )
    case 'link':
      return <Link node={node} />
    case 'break':
      return <br />
    case 'slot':
      return <Slot slot={node.slot} at={node.at} />
    case 'index':
      return indices[node.level - 1]
    case 'tick':
      return <Tick tick={node} />
    case 'signoff':
      return <Signoff role={node.role} label={node.label} />
    case 'status':
      return node.value
    default:
      return node satisfies never
  }
}

/** A link that has slots is shown with its target beside it, because both are there to be written. */
function Link({ node }: { node: Extract<LayoutInline, { type: 'link' }> }) {
  const [first] = node.target
  const fixed = node.target.length === 1 && first?.type === 'text' ? safeHref(first.value) : undefined
  const hasSlots = [...node.children, ...node.target].some(({ type }) => type !== 'text')
  if (fixed !== undefined && !hasSlots) {
    return (
      <a href={fixed} rel="noopener noreferrer">
        <Inlines nodes={node.children} />
      </a>
    )
  }
  return (
    <>
      <span className={styles.link}>
        <Inlines nodes={node.children} />
      </span>{' '}
      <span className={styles.target}>
        <Inlines nodes={node.target} />
      </span>
    </>
  )
}
