import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDeleteRanges } from './delete-ranges.js'

const seed = Number(process.env.FC_SEED ?? 16_180)

test(`[S6] ranges cover exactly the clocks that were added, one by one or many at once (seed ${seed})`, () => {
  const range = fc
    .tuple(fc.nat(2), fc.nat(60), fc.integer({ min: 1, max: 12 }))
    .map(([client, from, length]) => ({ client, from, to: from + length }))
  fc.assert(
    fc.property(fc.array(fc.array(range, { maxLength: 20 }), { maxLength: 8 }), fc.array(range), (added, asked) => {
      const ranges = createDeleteRanges()
      const clocks = new Set<string>()
      for (const group of added) {
        ranges.add(group)
        for (const { client, from, to } of group) for (let at = from; at < to; at += 1) clocks.add(`${client} ${at}`)
      }
      for (const one of asked) {
        const each = Array.from({ length: one.to - one.from }, (_, index) => `${one.client} ${one.from + index}`)
        expect(ranges.covers(one)).toBe(each.every((clock) => clocks.has(clock)))
      }
      const listed = ranges.list()
      expect(listed.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(clocks.size)
      for (const [index, { client, from }] of listed.entries()) {
        const before = listed[index - 1]
        if (before?.client === client) expect(from).toBeGreaterThan(before.to)
      }
    }),
    { seed, numRuns: 1_000 },
  )
})
