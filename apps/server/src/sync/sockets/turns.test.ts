import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createWatched } from '../testing/watched.js'
import { createTurns } from './turns.js'

test('[A7] a turn has room for so much work, and the next has again', async () => {
  const turns = createTurns(10)
  turns.spend(9)
  expect(turns.isOpen).toBe(true)
  turns.spend(1)
  expect(turns.isOpen).toBe(false)
  await nextTurn()
  expect(turns.isOpen).toBe(true)
})

test('[A7] whoever has much to do takes turns with whoever has little', async () => {
  const turns = createTurns(10)
  const order: string[] = []
  const watched = createWatched()
  function work(name: string, left: number): void {
    order.push(name)
    turns.spend(10)
    if (left > 1) turns.wait(() => work(name, left - 1))
    watched.changed()
  }
  turns.wait(() => work('much', 5))
  turns.wait(() => work('little', 1))
  await watched.until(() => order.length === 6)
  expect(order).toEqual(['much', 'little', 'much', 'much', 'much', 'much'])
})

test('[A7] what is done afterwards leaves half of the turn to those who wait', async () => {
  const turns = createTurns(10)
  const order: string[] = []
  const watched = createWatched()
  const act = (name: string) => () => {
    order.push(name)
    turns.spend(5)
    watched.changed()
  }
  turns.wait(act('a question'))
  for (const name of ['an answer', 'a second answer', 'a third answer']) turns.afterwards(act(name))
  await watched.until(() => order.length === 4)
  expect(order).toEqual(['an answer', 'a question', 'a second answer', 'a third answer'])
})
