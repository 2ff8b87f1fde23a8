/** What is typed in a slot while its editor's code is still on its way. Nothing of it is lost. @see docs/spec.md P8 */
export interface TypedAhead {
  /** Keeps a key. @returns whether it is one of writing; any other is left to the page. */
  press(key: PressedKey): boolean
  /** Whether anything is kept. */
  holds(): boolean
  /** What was kept, in order: characters, and `Enter`. It is forgotten here. */
  take(): string[]
}

export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>

export function createTypedAhead(): TypedAhead {
  let keys: string[] = []
  return {
    press({ key, ctrlKey, metaKey, altKey, isComposing }) {
      if (ctrlKey || metaKey || altKey || isComposing) return false
      if (key === 'Backspace') keys.pop()
      else if (key === 'Enter' || [...key].length === 1) keys.push(key)
      else return false
      return true
    },
    holds: () => keys.length > 0,
    take() {
      const taken = keys
      keys = []
      return taken
    },
  }
}
