/** Something that changes, and promises that wait for it. */
export interface Watched {
  /** To be called after each change. */
  changed(): void
  /** Resolves with what `look` finds as soon as it finds something. */
  until<T>(look: () => T | undefined | false): Promise<T>
}

export function createWatched(): Watched {
  const waiting = new Set<() => void>()
  return {
    changed() {
      for (const retry of [...waiting]) retry()
    },
    until(look) {
      return new Promise((resolve, reject) => {
        function attempt() {
          try {
            const found = look()
            if (found === undefined || found === false) return
            resolve(found)
          } catch (error) {
            reject(error)
          }
          waiting.delete(attempt)
        }
        waiting.add(attempt)
        attempt()
      })
    },
  }
}
