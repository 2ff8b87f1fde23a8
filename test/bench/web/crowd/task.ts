import type { Door } from '../../sync/servers/peer.js'

/** What a process of people is told at its start. */
export interface CrowdTask {
  readonly seats: readonly {
    readonly door: Door
    /** The slot they type in. */
    readonly slot: string
  }[]
  /** Between two keys of one person. */
  readonly everyMs: number
  readonly forMs: number
}

/** What it is told then, and says: it begins to type when it is told to. */
export type CrowdCommand = 'type'
export type CrowdNews =
  | { readonly kind: 'seated' }
  /** When the first of them pressed each key, Unix time in milliseconds. */
  | { readonly kind: 'done'; readonly pressedAt: readonly number[] }
