import { Component, type ReactNode } from 'react'
import { recordStrings as strings } from '#strings/record'
import { Button } from '../../design/Button.js'
import { say } from '../../text/say.js'
import styles from './Slot.module.css'

interface SlotBoundaryProps {
  label: string
  children: ReactNode
}

/** Keeps what goes wrong in one slot in that slot. @see docs/spec.md U5 */
export class SlotBoundary extends Component<SlotBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <span className={styles.broken} role="alert">
        {say(strings.brokenSlot, { label: this.props.label })}{' '}
        <Button size="small" onClick={() => this.setState({ failed: false })}>
          {strings.showAgain}
        </Button>
      </span>
    )
  }
}
