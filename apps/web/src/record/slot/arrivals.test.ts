import { expect, test, vi } from 'vitest'
import { type ArrivalCalls, createArrivals } from './arrivals.js'

function arrivalsOf(...names: readonly string[]) {
  const arrivals = createArrivals<string>()
  const log: string[] = []
  const leave = vi.fn<ArrivalCalls['leave']>(() => true)
  for (const name of names) {
    arrivals.add(name, {
      arrive: () => void log.push(`${name} comes`),
      leave() {
        log.push(`${name} goes`)
        return leave()
      },
    })
  }
  return { arrivals, log, leave }
}

const plenty = () => 50
const nothingLeft = () => 0

test('[P8] what is near comes before anything far goes, and a short moment does one thing', () => {
  const { arrivals, log } = arrivalsOf('a', 'b', 'c')
  arrivals.far('c', true)
  arrivals.near('a', true)
  arrivals.near('b', true)
  arrivals.work(nothingLeft)
  expect(log).toEqual(['a comes'])
  arrivals.work(plenty)
  expect(log).toEqual(['a comes', 'b comes', 'c goes'])
  expect(arrivals.isIdle()).toBe(true)
})

test('[P8] what was only passed by neither comes nor goes', () => {
  const { arrivals, log } = arrivalsOf('a', 'b')
  arrivals.near('a', true)
  arrivals.near('a', false)
  arrivals.far('b', true)
  arrivals.far('b', false)
  expect(arrivals.isIdle()).toBe(true)
  arrivals.work(plenty)
  expect(log).toEqual([])
})

test('[P8] what does not want to go is not asked without end, but when the page is scrolled on', () => {
  const { arrivals, log, leave } = arrivalsOf('a')
  leave.mockReturnValueOnce(false)
  arrivals.far('a', true)
  arrivals.work(plenty)
  expect(arrivals.isIdle()).toBe(true)
  arrivals.askAgain()
  arrivals.work(plenty)
  arrivals.askAgain()
  expect(arrivals.isIdle()).toBe(true)
  expect(log).toEqual(['a goes', 'a goes'])
})

test('[P8] what did not want to go and came near again stays', () => {
  const { arrivals, log, leave } = arrivalsOf('a')
  leave.mockReturnValueOnce(false)
  arrivals.far('a', true)
  arrivals.work(plenty)
  arrivals.far('a', false)
  arrivals.askAgain()
  arrivals.work(plenty)
  expect(log).toEqual(['a goes'])
})

test('[P8] what is no part of the page any more is not called', () => {
  const { arrivals, log } = arrivalsOf('a', 'b')
  arrivals.near('a', true)
  arrivals.far('b', true)
  arrivals.remove('a')
  arrivals.remove('b')
  expect(arrivals.isIdle()).toBe(true)
  arrivals.work(plenty)
  expect(log).toEqual([])
})
