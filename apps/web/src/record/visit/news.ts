import type { Change } from '@colophon/protocol'

/** What others did in a record since one was last here. */
export type News =
  /** It is not known yet. */
  | { readonly kind: 'unknown' }
  /** One was never here before, as far as this browser knows: everything is new, so nothing is. */
  | { readonly kind: 'first' }
  | { readonly kind: 'none' }
  /** `since`: when the visit before ended, milliseconds since the epoch. `changes`: in the order of the page, at least one. */
  | { readonly kind: 'some'; readonly since: number; readonly changes: readonly Change[] }
