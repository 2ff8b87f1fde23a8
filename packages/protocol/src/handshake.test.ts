import { expect, test } from 'vitest'
import { type Handshake, readHandshake, schemaVersion, writeHandshake } from './handshake.js'

const read = (query: string) => readHandshake(new URLSearchParams(query))
const passed = (handshake: Handshake) => readHandshake(new URLSearchParams(writeHandshake(handshake)))

test('[S5] the schema a page was built with arrives as it was named', () => {
  for (const schema of [0, 1, schemaVersion, 999]) expect(passed({ schema })).toMatchObject({ schema })
})

test('[S1] a client that names nothing, or something of its own, is let in', () => {
  expect(read('')).toEqual(passed({}))
  expect(read('room=7&schemas=none')?.schema).toBeUndefined()
})

test('[A8] what no page writes is no handshake', () => {
  for (const schema of ['', '-1', '1.5', '1e3', 'one', '0x1', ' 1', '1234567890', '__proto__']) {
    expect(read(`schema=${schema}`), schema).toBeUndefined()
  }
})
