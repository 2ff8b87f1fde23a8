import type { Editor, Range } from '@tiptap/core'
import type { LucideIcon } from 'lucide-react'

/** Something that can be put where one is writing. */
export interface Suggested {
  readonly id: string
  readonly label: string
  /** Drawn before it: an icon, or the character itself. */
  readonly sign: LucideIcon | string
  /** What else is to be known of it. */
  readonly hint?: string
  /** Puts it in the place of `range`, which holds what was typed to find it. */
  readonly put: (editor: Editor, range: Range) => void
}

/** One kind of suggestion, and the character that asks for it. */
export interface Source {
  readonly kind: 'blocks' | 'emoji' | 'people'
  readonly char: string
  /** How many characters must follow before anything is looked for. */
  readonly minQueryLength: number
  /** The best first; none when there is nothing to suggest. */
  readonly find: (query: string, editor: Editor) => Promise<readonly Suggested[]>
}

/** As many as can be looked through. */
export const mostShown = 8

/** Whether any of the words begins with what was typed, in whatever case and whatever accents. */
export function answers(words: string, query: string): boolean {
  const asked = folded(query)
  return folded(words)
    .split(/\s+/)
    .some((_word, i, all) => all.slice(i).join(' ').startsWith(asked))
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
