/** How often in a row the server has refused what this page holds of a record. */
export interface Refusals {
  /**
   * The server has refused a copy.
   * @param hasOwn - whether it held anything that the server did not give it on this very connection.
   * @returns how the page goes on with a fresh one: as before, or without sending anything.
   */
  refused(hasOwn: boolean): 'write' | 'listen'
  /** The server has stored something that was written here. */
  taken(): void
}

/**
 * Where a copy with nothing of its own is refused, it is the page itself that sends what is refused, and with a further
 * copy it would do so again. So it is where several in a row were refused and nothing was taken in between.
 * @see docs/spec.md D9
 */
export function countRefusals(): Refusals {
  let inARow = 0
  return {
    refused(hasOwn) {
      inARow += 1
      return hasOwn && inARow <= mostInARow ? 'write' : 'listen'
    },
    taken() {
      inARow = 0
    },
  }
}

const mostInARow = 3
