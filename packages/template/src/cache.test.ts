import { expect, test } from 'vitest'
import { createCache, itself } from './cache.js'

test('[M4] a cache makes each value once, and forgets what was not asked for longest', () => {
  const made: string[] = []
  const cache = createCache(
    (key: string) => {
      made.push(key)
      return key.toUpperCase()
    },
    itself,
    { entries: 2, characters: 100 },
  )
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map((key) => cache.get(key))).toEqual(['A', 'B', 'A', 'C', 'A', 'B'])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

test('[M4] a cache holds no more characters than it may', () => {
  let made = 0
  const cache = createCache<string, number>(
    () => {
      made += 1
      return made
    },
    itself,
    { entries: 10, characters: 5 },
  )
  expect([cache.get('aaa'), cache.get('bbb'), cache.get('bbb'), cache.get('aaa')]).toEqual([1, 2, 2, 3])
  expect([cache.get('too long'), cache.get('too long')]).toEqual([4, 5])
})

test('[M4] what could not be made is tried again', () => {
  const cache = createCache<string, never>(
    () => {
      throw new RangeError('no')
    },
    itself,
    { entries: 1, characters: 1 },
  )
  expect(() => cache.get('a')).toThrow('no')
  expect(() => cache.get('a')).toThrow('no')
})

test('[M4] what is larger than the cache takes nothing away from it', () => {
  const made: string[] = []
  const cache = createCache(
    (key: string) => {
      made.push(key)
      return key
    },
    itself,
    { entries: 10, characters: 5 },
  )
  expect(['aaa', 'too long', 'aaa'].map((key) => cache.get(key))).toEqual(['aaa', 'too long', 'aaa'])
  expect(made).toEqual(['aaa', 'too long'])
})
