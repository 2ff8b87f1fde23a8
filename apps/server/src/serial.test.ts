import { EventEmitter, once } from 'node:events'
import { expect, test } from 'vitest'
import { createSerial } from './serial.js'

test('tasks of one key run one after the other, in order', async () => {
  const serial = createSerial()
  const steps: string[] = []
  const first = new EventEmitter()
  const one = serial('a', async () => {
    steps.push('one begins')
    await once(first, 'go')
    steps.push('one ends')
  })
  const two = serial('a', async () => {
    steps.push('two')
  })
  const other = serial('b', async () => {
    steps.push('other key')
  })
  await other
  first.emit('go')
  await Promise.all([one, two])
  expect(steps).toEqual(['one begins', 'other key', 'one ends', 'two'])
})

test('a task that fails rejects its own promise and lets the next one run', async () => {
  const serial = createSerial()
  const failed = serial('a', () => Promise.reject(new Error('no')))
  const next = serial('a', async () => 'done')
  await expect(failed).rejects.toThrow('no')
  await expect(next).resolves.toBe('done')
})
