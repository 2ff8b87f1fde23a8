/** Something in a record that somebody may want to look at. It is never more than a remark: every value stays as it is. */
export interface Finding {
  readonly rule: RuleName
  /** What it is about, in one sentence. */
  readonly sentence: string
  /** The slots and ticks it is about, the one to look at first before the others. */
  readonly places: readonly [Spot, ...Spot[]]
}

/** A place of the record, by its path and by its name. */
export interface Spot {
  readonly path: string
  readonly name: string
}

export type RuleName =
  | 'dates-in-order'
  | 'dates-within'
  | 'dates-exist'
  | 'percentages'
  | 'resolved'
  | 'links'
  | 'open-tasks'

/** Without what only rules need. */
export const spotOf = ({ path, name }: Spot): Spot => ({ path, name })
