import { assign, itemsOf, removeItem } from '@colophon/template'
import { expect, test } from 'vitest'
import type { Watch } from '../state/watch.js'
import { seeded, write } from '../testing/phases.js'
import { createMine } from './mine.js'
import { watchMine } from './watchMine.js'

/** An overview that says when it is told to. */
function overviewOnDemand(): Watch<unknown> & { tell(): void } {
  const listeners = new Set<() => void>()
  return {
    get: () => undefined,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell() {
      for (const listener of listeners) listener()
    },
  }
}

test('[U6] what is mine is counted as it is given, filled and taken out, and nobody is told twice', () => {
  const { template, doc, root } = seeded()
  const overview = overviewOnDemand()
  const watch = watchMine(overview, template, doc, 'ada')
  const said: (readonly [number, number])[] = []
  const stop = watch.subscribe(() => said.push([watch.get().left, watch.get().total]))

  assign(doc, ['@VERSION', '/g1:2@PHASE_#_NAME'], 'ada')
  assign(doc, ['@NAME'], 'grace')
  write(root, 'VERSION', '1.0', 'me')
  overview.tell()
  overview.tell()
  removeItem(root, 'g1', itemsOf(root, 'g1')[1]?.id ?? '')
  overview.tell()
  expect(said).toEqual([
    [2, 2],
    [1, 2],
    [0, 1],
  ])

  stop()
  assign(doc, ['@NAME'], 'ada')
  expect(said).toHaveLength(3)
})

test('[U6] what was given before anybody listened is counted', () => {
  const { template, doc } = seeded()
  assign(doc, ['@NAME'], 'ada')
  const watch = watchMine(overviewOnDemand(), template, doc, 'ada')
  watch.subscribe(() => undefined)
  expect(watch.get()).toEqual({ total: 1, left: 1 })
})

test('[U6] [U2] the keys stop at every slot, and at one’s own alone once those are wanted', () => {
  const { doc } = seeded()
  assign(doc, ['@NAME'], 'ada')
  assign(doc, ['@VERSION'], 'grace')
  const mine = createMine(doc, 'ada')
  const told: boolean[] = []
  const stop = mine.subscribe(() => told.push(mine.isOn()))
  const wanted = () => ['@NAME', '@VERSION', '@RESULT'].filter((path) => mine.wants({ path }))
  expect(wanted()).toHaveLength(3)
  mine.set(true)
  expect(wanted()).toEqual(['@NAME'])
  assign(doc, ['@RESULT'], 'ada')
  expect(wanted()).toEqual(['@NAME', '@RESULT'])
  stop()
  mine.set(false)
  expect(wanted()).toHaveLength(3)
  expect(told).toEqual([true])
})
