import { expect, test } from 'vitest'
import { seeded, write } from '../testing/phases.js'
import { watchFragment } from './watch.js'

test('[U1] what changed between showing a text and watching it is seen', () => {
  const { root } = seeded()
  const fragment = root.fragment('RESULT')
  if (fragment === undefined) throw new Error('The template has no such slot.')
  const watch = watchFragment(fragment)
  const shown = watch.get()
  expect(watch.get()).toBe(shown)
  write(root, 'RESULT', 'Faster', 'somebody else')
  expect(watch.get()).not.toBe(shown)
})

test('[U1] a change of the text is told, and already counted when it is', () => {
  const { root } = seeded()
  const fragment = root.fragment('RESULT')
  if (fragment === undefined) throw new Error('The template has no such slot.')
  const watch = watchFragment(fragment)
  const seen: number[] = [watch.get()]
  const stop = watch.subscribe(() => seen.push(watch.get()))
  write(root, 'RESULT', 'Faster', 'me')
  write(root, 'NAME', 'Search', 'me')
  stop()
  write(root, 'RESULT', ' still', 'me')
  expect(seen).toEqual([0, 1])
})
