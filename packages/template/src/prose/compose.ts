import { createCache } from '../cache.js'
import { unlessRefused } from './errors.js'
import { type Item, toItems } from './items.js'
import type { ProseOptions } from './options.js'
import { type Level, plain, quiet, renderer, strict } from './render.js'
import { blocksOf, says } from './says.js'
import type { ProseNode } from './schema.js'
import type { Text } from './sections.js'

/** Nothing is remembered. */
export const noMemory: Text = { markdown: '', sections: [] }

/** From the one that keeps most to the one that keeps least. */
const levels: readonly Level[] = [
  { memory: 'lines', tried: [], form: quiet },
  { memory: 'blocks', tried: [quiet, strict], form: plain },
  { memory: 'none', tried: [quiet, strict], form: plain },
  { memory: 'none', tried: [], form: strict },
]

/**
 * Prints blocks. What is still as the memory has it prints as it stood there; the rest is canonical. The result is read
 * again: unless it says the same, less of the memory is used, and in the end none.
 */
export function compose(nodes: readonly ProseNode[], memory: Text, options: ProseOptions): string {
  return composed.get({ nodes, memory, options })
}

interface Composition {
  readonly nodes: readonly ProseNode[]
  readonly memory: Text
  readonly options: ProseOptions
}

/** A record is printed again and again, and most of its slots are as they were. */
const composed = createCache<Composition, string>(
  fresh,
  ({ nodes, memory, options }) => JSON.stringify([nodes, memory.markdown, options]),
  { entries: 1_024, characters: 2_097_152 },
)

function fresh({ nodes, memory, options }: Composition): string {
  const items = toItems(nodes, memory, options)
  if (isUntouched(items, memory)) return memory.markdown
  return unlessRefused(
    () => {
      const { text, isQuiet } = once(items, memory, options)
      return isQuiet || memory.sections.length > 0 ? text : settle(text, options)
    },
    // Too large to be read again, so nothing of it is taken on trust.
    () => renderer(items, memory, options)({ memory: 'none', tried: [], form: strict }).text,
  )
}

function isUntouched(items: readonly Item[], { sections }: Text): boolean {
  const last = items.at(-1)
  return (
    items.length === sections.length &&
    items.every(({ same, section }, index) => same && section === sections[index]) &&
    last?.section === last?.kept
  )
}

function once(items: readonly Item[], memory: Text, options: ProseOptions): { text: string; isQuiet: boolean } {
  const render = renderer(items, memory, options)
  for (const level of levels) {
    const { text, blocks } = render(level)
    if (says(text, blocks)) return { text, isQuiet: level.form === quiet }
  }
  return { text: render({ memory: 'none', tried: [], form: plain }).text, isQuiet: false }
}

/** What was not printed quietly may read as something that can be: until that is the same again, the text is not stable. */
function settle(text: string, options: ProseOptions, rounds = 3): string {
  const { text: again } = once(toItems(blocksOf(text), noMemory, options), noMemory, options)
  return again === text || rounds === 0 ? text : settle(again, options, rounds - 1)
}
