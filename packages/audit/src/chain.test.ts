import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AuditEntry, inspectChain } from './chain.js'
import type { AuditEvent } from './events.js'
import { readEntries } from './testing/log-text.js'
import { ada, grace, tell } from './testing/story.js'

const seed = Number(process.env.FC_SEED ?? 14_142)
const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/)
const event: fc.Arbitrary<AuditEvent> = fc.oneof(
  fc.record({ event: fc.constant('withdrawn'), role: text, label: text }),
  fc.record({ event: fc.constant('exported'), fingerprint: sha256, file: sha256 }),
  fc.record({ event: fc.constant('reopened'), version: fc.integer({ min: 1 }), reason: text }),
  fc.record({
    event: fc.constant('approved'),
    role: text,
    label: text,
    fingerprint: sha256,
    entry: fc.nat(),
    meaning: text,
    comment: fc.option(text),
  }),
)
const chains = fc
  .array(fc.record({ actor: fc.constantFrom(ada, grace), what: event }), { minLength: 2, maxLength: 8 })
  .map((happenings) => tell('record', happenings))

test(`[G6] a chain is whole, also once it was written down and read back (seed ${seed})`, () => {
  fc.assert(
    fc.property(chains, (entries) => {
      const { number, hash } = entries.at(-1) ?? { number: 0, hash: '' }
      const whole = { kind: 'whole', head: { number, hash } }
      expect(inspectChain(entries)).toEqual(whole)
      expect(inspectChain(readEntries(JSON.stringify(entries)))).toEqual(whole)
    }),
    { seed },
  )
})

test(`[G6] an entry that was taken out of the middle, moved or put in twice is found where it is (seed ${seed})`, () => {
  fc.assert(
    fc.property(chains, fc.nat(), fc.constantFrom('delete', 'move', 'repeat'), (entries, at, harm) => {
      const index = at % (entries.length - 1)
      expect(inspectChain(harmed(entries, index, harm))).toMatchObject({
        kind: 'broken',
        number: harm === 'repeat' ? index + 2 : index + 1,
      })
    }),
    { seed },
  )
})

test(`[G6] any change to the text of a chain is found, or says the same (seed ${seed})`, () => {
  fc.assert(
    fc.property(chains, fc.nat(), fc.integer({ min: 0x20, max: 0x7e }), (entries, at, code) => {
      const written = JSON.stringify(entries)
      const index = at % written.length
      const changed = written.slice(0, index) + String.fromCodePoint(code) + written.slice(index + 1)
      const read = readOrNothing(changed)
      if (read === undefined || JSON.stringify(read) === written) return
      expect(inspectChain(read)).toMatchObject({ kind: 'broken' })
    }),
    { seed, numRuns: 2_000 },
  )
})

test('[G6] an entry of another record is found', () => {
  const happenings = [
    { actor: ada, what: { event: 'withdrawn', role: 'pm', label: 'Product Manager' } as const },
    { actor: ada, what: { event: 'withdrawn', role: 'qa', label: 'QA Lead' } as const },
  ]
  const [first] = tell('one', happenings)
  const [, second] = tell('other', happenings)
  expect(inspectChain([first, second].flatMap((entry) => entry ?? []))).toEqual({
    kind: 'broken',
    number: 2,
    why: 'it belongs to another record',
  })
})

function harmed(entries: readonly AuditEntry[], index: number, harm: string): AuditEntry[] {
  const [before, entry, after] = [entries.slice(0, index), entries.slice(index, index + 1), entries.slice(index + 1)]
  if (harm === 'delete') return [...before, ...after]
  if (harm === 'repeat') return [...before, ...entry, ...entry, ...after]
  return [...before, ...after.slice(0, 1), ...entry, ...after.slice(1)]
}

function readOrNothing(written: string): AuditEntry[] | undefined {
  try {
    return readEntries(written)
  } catch {
    // What cannot be read is refused as such.
    return undefined
  }
}
