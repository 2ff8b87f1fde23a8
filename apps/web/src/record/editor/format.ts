import type { Editor } from '@tiptap/core'
import type { LucideIcon } from 'lucide-react'

/** One thing that can be done to what is written. */
export interface Format {
  readonly label: string
  readonly icon: LucideIcon
  /** Other words that somebody may look for it by. */
  readonly also?: string
  /** The key that does the same, as `keyCaps` reads it. */
  readonly keys?: string
  readonly apply: (editor: Editor) => void
  /** Whether it holds at the selection; absent for what is done rather than set. */
  readonly isOn?: (editor: Editor) => boolean
}
