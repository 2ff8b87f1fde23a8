import { expect, test } from 'vitest'

const modules = import.meta.glob<Record<string, unknown>>('./*/*.ts', { eager: true })
/** What comes from a library with words of its own. */
const notWords = /\/calendar\.ts$/

/** Every message of a catalogue, with where it stands. */
function* messagesIn(value: unknown, at: string): Generator<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) yield [at, value]
  else for (const [key, part] of Object.entries(value)) yield* messagesIn(part, `${at}.${key}`)
}

const messages = Object.entries(modules)
  .filter(([path]) => !notWords.test(path))
  .flatMap(([path, module]) => [...messagesIn(module, path)])

test('[U1] a catalogue is words and nothing else, so that a translation needs no code', () => {
  expect(messages.length).toBeGreaterThan(500)
  for (const [at, message] of messages) {
    expect.soft(message, at).toBeTypeOf('string')
    expect.soft(message, at).not.toMatch(/<\/?[a-z]|\$\{/i)
  }
})
