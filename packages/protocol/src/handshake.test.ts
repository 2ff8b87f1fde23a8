import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import { encodeServerFrame, frameType, readPosition } from './frames.js'
import { type Handshake, readHandshake, schemaVersion, writeHandshake } from './handshake.js'

const read = (query: string) => readHandshake(new URLSearchParams(query))
function passed(handshake: Handshake): Handshake {
  const arrived = readHandshake(new URLSearchParams(writeHandshake(handshake)))
  if (arrived === undefined) throw new Error('It was refused.')
  return arrived
}

test('[S5] the schema a page was built with arrives as it was named', () => {
  for (const schema of [0, 1, schemaVersion, 999]) expect(passed({ schema })).toMatchObject({ schema })
})

test('[S1] a client that names nothing, or something of its own, is let in', () => {
  expect(read('')).toEqual(passed({}))
  expect(read('room=7&schemas=none')?.schema).toBeUndefined()
})

test('[D8] how far a page has seen a record arrives as it was named', () => {
  const seen = { epoch: 'aZ09_-', entry: 9_007_199 }
  expect(passed({ schema: 1, seen })).toEqual({ schema: 1, seen })
  expect(passed({ seen: { epoch: 'x', entry: 0 } }).seen).toEqual({ epoch: 'x', entry: 0 })
})

test('[D8] how far the record has come is told in a frame of its own', () => {
  const position = { epoch: 'aZ09_-', entry: 9_007_199 }
  const decoder = decoding.createDecoder(encodeServerFrame({ type: 'position', position }))
  expect(decoding.readVarUint(decoder)).toBe(frameType.position)
  expect(readPosition(decoder)).toEqual(position)
})

test('[A8] what no page writes is no handshake', () => {
  for (const schema of ['', '-1', '1.5', '1e3', 'one', '0x1', ' 1', '1234567890123456', '__proto__']) {
    expect(read(`schema=${schema}`), schema).toBeUndefined()
  }
  for (const query of [
    'epoch=a',
    'entry=1',
    'epoch=&entry=1',
    'epoch=a/b&entry=1',
    `epoch=${'x'.repeat(33)}&entry=1`,
  ]) {
    expect(read(query), query).toBeUndefined()
  }
})
