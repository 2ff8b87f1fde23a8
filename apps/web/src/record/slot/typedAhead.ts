import { apple, type Combination, matches } from '../../app/keys.js'

/** What is typed in a slot while its editor's code is still on its way. Nothing of it is lost. @see docs/spec.md P8 */
export interface TypedAhead {
  /** Keeps a key. @returns whether it is one of writing; any other is left to the page. */
  press(key: PressedKey): boolean
  /** Whether anything is kept that changes the text. */
  holds(): boolean
  /** What was kept, in order: characters, and the names of keys that `typeAgain` knows. It is forgotten here. */
  take(): string[]
}

export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/** Keys of writing that are typed again as they are. */
const named: readonly Combination[] = ['Enter', 'shift+Enter', 'Home', 'End', 'mod+Home', 'mod+End', 'mod+a']
/** Those that move a caret where there is one. Where there is none yet, the page stays where it is all the same. */
const arrows = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])

/** @param onApple - whether ⌘ stands where others have Ctrl. */
export function createTypedAhead(onApple = apple): TypedAhead {
  let keys: string[] = []

  function takeBack(): void {
    const last = keys.at(-1)
    if (last === 'mod+a') keys.push('Backspace')
    else if (last !== undefined && isWriting(last)) keys.pop()
  }

  return {
    press(event) {
      const { key, ctrlKey, metaKey, altKey, isComposing } = event
      if (isComposing) return false
      // AltGr comes as both, and Option is on a Mac what AltGr is elsewhere.
      const isCommand = metaKey || (onApple ? ctrlKey : ctrlKey !== altKey)
      const name = named.find((combination) => matches(combination, event, onApple))
      if (name !== undefined) keys.push(name)
      else if (isCommand) return false
      else if (key === 'Backspace') takeBack()
      else if (isCharacter(key)) keys.push(key)
      else return arrows.has(key)
      return true
    },
    holds: () => keys.some((key) => isWriting(key) || key === 'Backspace'),
    take() {
      const taken = keys
      keys = []
      return taken
    },
  }
}

/** The names of other keys are longer. */
const isCharacter = (key: string) => [...key].length === 1
const isWriting = (key: string) => isCharacter(key) || key.endsWith('Enter')
