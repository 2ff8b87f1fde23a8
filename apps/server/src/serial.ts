/** Runs tasks of the same key one after the other, and those of different keys side by side. */
export type Serial = <T>(key: string, task: () => Promise<T>) => Promise<T>

/**
 * Guards read-change-write sequences within this process.
 * A task that fails rejects its own promise only; the next one runs all the same.
 */
export function createSerial(): Serial {
  const tails = new Map<string, Promise<unknown>>()
  return (key, task) => {
    const previous = tails.get(key) ?? Promise.resolve()
    const result = previous.then(task)
    const tail = result.then(ignore, ignore).then(() => {
      if (tails.get(key) === tail) tails.delete(key)
    })
    tails.set(key, tail)
    return result
  }
}

function ignore(): void {
  // The outcome belongs to whoever asked for the task.
}
