import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeEntry, journalAfter, journalHeader, readJournal } from './journal.js'

const seed = Number(process.env.FC_SEED ?? 27_182)
const batches = fc.array(fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
})

test(`[D2] cut at any byte, a journal gives back every whole entry and nothing of a broken one (seed ${seed})`, {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(batches, fc.nat(100), (written, after) => {
      const { bytes, ends } = write(written, after)
      for (let length = 0; length <= bytes.length; length += 1) {
        const whole = ends.filter((end) => end <= length).length
        const content = readJournal(bytes.subarray(0, length), after)
        expect(content.updates).toEqual(written.slice(0, whole).flat())
        expect(content.sequence).toBe(after + whole)
        expect(content.soundBytes).toBe(
          whole > 0 ? ends[whole - 1] : length < journalHeader.length ? 0 : journalHeader.length,
        )
      }
    }),
    { seed, numRuns: 40 },
  )
})

test(`[D2] with any bit of its last entry turned, a journal gives back all the others (seed ${seed})`, {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(batches, fc.nat(), fc.nat(7), (written, position, bit) => {
      const { bytes, ends } = write(written, 0)
      const last = ends.at(-2) ?? journalHeader.length
      const damaged = turnBit(bytes, last + (position % (bytes.length - last)), bit)
      expect(readJournal(damaged, 0)).toEqual({
        updates: written.slice(0, -1).flat(),
        owners: [],
        epochs: [],
        sequence: written.length - 1,
        soundBytes: last,
      })
    }),
    { seed, numRuns: 300 },
  )
})

test(`[D2] with any bit before its last entry turned, a journal is refused, never shortened (seed ${seed})`, {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(batches, fc.nat(), fc.nat(7), (written, position, bit) => {
      fc.pre(written.length > 1)
      const { bytes, ends } = write(written, 0)
      const damaged = turnBit(bytes, position % (ends.at(-2) ?? 1), bit)
      expect(() => readJournal(damaged, 0)).toThrow(expect.objectContaining({ name: 'JournalDamage' }))
    }),
    { seed, numRuns: 300 },
  )
})

test('[D2] a power cut that leaves zeros where an entry was being written leaves a torn tail', () => {
  const { bytes } = write([[Uint8Array.of(1, 2, 3)]], 0)
  const padded = Buffer.concat([bytes, Buffer.alloc(4_096)])
  expect(readJournal(padded, 0)).toMatchObject({
    updates: [Uint8Array.of(1, 2, 3)],
    sequence: 1,
    soundBytes: bytes.length,
  })
})

test('[D2] what a snapshot already holds is not read again', () => {
  const { bytes } = write([[Uint8Array.of(1)], [Uint8Array.of(2)], [Uint8Array.of(3)]], 0)
  expect(readJournal(bytes, 2)).toMatchObject({ updates: [Uint8Array.of(3)], sequence: 3 })
  expect(readJournal(bytes, 3)).toMatchObject({ updates: [], sequence: 3 })
  expect(readJournal(bytes, 9)).toMatchObject({ updates: [], sequence: 9 })
})

test('[D5] a journal is cut after an entry that a snapshot holds, and goes on from there', () => {
  const { bytes } = write([[Uint8Array.of(1)], [Uint8Array.of(2)], [Uint8Array.of(3)]], 0)
  expect(readJournal(journalAfter(bytes, 2), 2)).toMatchObject({ updates: [Uint8Array.of(3)], sequence: 3 })
  expect(journalAfter(bytes, 0)).toEqual(Buffer.from(bytes))
  expect(journalAfter(bytes, 3)).toEqual(Buffer.from(journalHeader))
})

test('[D2] a journal that does not follow its snapshot, or skips an entry, is refused', () => {
  const { bytes } = write([[Uint8Array.of(1)]], 5)
  expect(() => readJournal(bytes, 4)).toThrow('it begins with entry 6, and the snapshot ends with entry 4')
  const holed = Buffer.concat([journalHeader, entry(1, [Uint8Array.of(1)]), entry(3, [Uint8Array.of(3)])])
  expect(() => readJournal(holed, 0)).toThrow('entry 3 follows entry 1')
})

test('[D2] a file that is no journal is refused', () => {
  expect(() => readJournal(Buffer.from('{"a": "JSON file of another kind"}'), 0)).toThrow(
    'it does not begin as a journal does',
  )
})

const entry = (sequence: number, updates: readonly Uint8Array[]) => encodeEntry(sequence, { updates, owners: [] })

function write(written: readonly Uint8Array[][], after: number): { bytes: Uint8Array; ends: number[] } {
  const ends: number[] = []
  const parts = [journalHeader]
  let length = journalHeader.length
  for (const [index, updates] of written.entries()) {
    const bytes = entry(after + index + 1, updates)
    parts.push(bytes)
    length += bytes.length
    ends.push(length)
  }
  return { bytes: Buffer.concat(parts), ends }
}

function turnBit(bytes: Uint8Array, position: number, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[position] = (copy[position] ?? 0) ^ (1 << bit)
  return copy
}
