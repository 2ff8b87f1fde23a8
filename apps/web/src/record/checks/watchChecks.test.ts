import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Seeded, seeded, write } from '../testing/phases.js'
import type { Finding } from './finding.js'
import { watchChecks } from './watchChecks.js'

const finding: Finding = { rule: 'dates-exist', sentence: 'No.', places: [{ path: '@START_DATE', name: 'Start date' }] }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function watched(record: Seeded, check: () => readonly Finding[]) {
  const look = vi.fn(check)
  return { watch: watchChecks({ ...record, look, idle: (run) => run() }), look }
}

test('[U8] [P8] nothing is looked at before somebody listens, and nothing on a keystroke', async () => {
  const record = seeded()
  const { watch, look } = watched(record, () => [])
  write(record.root, 'NAME', 'a', 'me')
  await vi.runAllTimersAsync()
  expect(look).not.toHaveBeenCalled()
  const stop = watch.subscribe(() => undefined)
  await vi.runAllTimersAsync()
  expect(watch.get()).toEqual({ kind: 'looked', findings: [] })
  for (const letter of 'hundred') {
    write(record.root, 'NAME', letter, 'me')
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(look).toHaveBeenCalledTimes(1)
  await vi.runAllTimersAsync()
  expect(look).toHaveBeenCalledTimes(2)
  stop()
  write(record.root, 'NAME', 'b', 'me')
  await vi.runAllTimersAsync()
  expect(look).toHaveBeenCalledTimes(2)
})

test('[U8] while people write without a rest it is looked now and then', async () => {
  const record = seeded()
  const { watch, look } = watched(record, () => [])
  watch.subscribe(() => undefined)
  await vi.runAllTimersAsync()
  for (let i = 0; i < 100; i++) {
    write(record.root, 'NAME', 'a', 'me')
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(look.mock.calls.length).toBeGreaterThan(2)
  expect(look.mock.calls.length).toBeLessThan(6)
})

test('[P8] nobody is told when the same is found again', async () => {
  const record = seeded()
  const { watch } = watched(record, () => [structuredClone(finding)])
  const told = vi.fn()
  watch.subscribe(told)
  await vi.runAllTimersAsync()
  const before = watch.get()
  write(record.root, 'NAME', 'a', 'me')
  await vi.runAllTimersAsync()
  expect(told).toHaveBeenCalledTimes(1)
  expect(watch.get()).toBe(before)
})

test('[U5] checks that fail leave the rest alone, and are tried again after the next change', async () => {
  const record = seeded()
  let works = false
  const { watch } = watched(record, () => {
    if (!works) throw new Error('no such date')
    return [finding]
  })
  watch.subscribe(() => undefined)
  await vi.runAllTimersAsync()
  expect(watch.get()).toEqual({ kind: 'failed', why: 'no such date' })
  works = true
  write(record.root, 'NAME', 'a', 'me')
  await vi.runAllTimersAsync()
  expect(watch.get()).toEqual({ kind: 'looked', findings: [finding] })
})
