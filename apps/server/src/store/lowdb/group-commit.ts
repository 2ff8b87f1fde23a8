/** Writes that share a sync. */
export interface GroupCommit<Item> {
  /** Resolves (or rejects) with the commit that carried `item`. */
  add(item: Item): Promise<void>
  /** Resolves when nothing is waiting or under way; failures belong to whoever added. */
  idle(): Promise<void>
}

/**
 * The disk is the metronome: what is added while one `commit` runs goes into the next, all of it together and in order.
 * @see docs/spec.md D5
 */
export function createGroupCommit<Item>(commit: (items: readonly Item[]) => Promise<void>): GroupCommit<Item> {
  let gathering: { items: Item[]; done: Promise<void> } | undefined
  let last: Promise<unknown> = Promise.resolve()

  function begin() {
    const items: Item[] = []
    const done = last.then(() => {
      gathering = undefined
      return commit(items)
    })
    last = Promise.allSettled([done])
    return { items, done }
  }

  return {
    add(item) {
      gathering ??= begin()
      gathering.items.push(item)
      return gathering.done
    },
    async idle() {
      for (let seen: unknown; seen !== last; ) {
        seen = last
        await last
      }
    },
  }
}
