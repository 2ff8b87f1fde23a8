/** A cache by string, bounded by its number of entries and by the characters of their keys. */
export interface Cache<Value> {
  /** The value made for `key`; the least recently used entries make room for it. What throws is not kept. */
  get(key: string): Value
}

/** Makes a cache around `make`, which must depend on its argument only. */
export function createCache<Value>(
  make: (key: string) => Value,
  limits: { readonly entries: number; readonly characters: number },
): Cache<Value> {
  const entries = new Map<string, { readonly value: Value }>()
  let characters = 0

  return {
    get(key) {
      const known = entries.get(key)
      if (known) {
        entries.delete(key)
        entries.set(key, known)
        return known.value
      }
      const value = make(key)
      entries.set(key, { value })
      characters += key.length
      for (const oldest of entries.keys()) {
        if (entries.size <= limits.entries && characters <= limits.characters) break
        entries.delete(oldest)
        characters -= oldest.length
      }
      return value
    },
  }
}
