/** Remembers what was made, bounded by the number of entries and by the characters of their keys. */
export interface Cache<Input, Value> {
  /** The value made from `input`; the least recently used entries make room for it. What throws is not kept. */
  get(input: Input): Value
}

export interface CacheLimits {
  readonly entries: number
  readonly characters: number
}

/**
 * Makes a cache around `make`, which must depend on its input only.
 * @param keyOf tells inputs apart that make different values.
 */
export function createCache<Input, Value>(
  make: (input: Input) => Value,
  keyOf: (input: Input) => string,
  limits: CacheLimits,
): Cache<Input, Value> {
  const entries = new Map<string, { readonly value: Value }>()
  let characters = 0

  return {
    get(input) {
      const key = keyOf(input)
      const known = entries.get(key)
      if (known) {
        entries.delete(key)
        entries.set(key, known)
        return known.value
      }
      const value = make(input)
      if (key.length > limits.characters) return value
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

/** The key of an input that is itself what tells it apart. */
export const itself = (text: string): string => text
