import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noFacts, type SaveState } from '../session/saveState.js'
import { stateFrom } from '../session/sessionState.js'
import { unhurried } from './unhurried.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A session whose save state is set by hand. */
function session(first: SaveState['kind']) {
  const listeners = new Set<() => void>()
  const named = (kind: SaveState['kind']) => ({ kind }) as SaveState
  let save = named(first)
  return {
    getState: () => ({ ...stateFrom({ kind: 'opening' }, noFacts, null), save }),
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    become(kind: SaveState['kind']) {
      save = named(kind)
      for (const listener of listeners) listener()
    },
  }
}

function watched(first: SaveState['kind']) {
  const of = session(first)
  const watch = unhurried(of)
  const shown: string[] = []
  const stop = watch.subscribe(() => shown.push(watch.get().kind))
  return { ...of, shown, stop }
}

test('[U3] “Saving…” is there at once, and “Saved” not before it could be read', () => {
  const { become, shown } = watched('saved')
  become('saving')
  expect(shown).toEqual(['saving'])
  become('saved')
  vi.advanceTimersByTime(299)
  expect(shown).toEqual(['saving'])
  vi.advanceTimersByTime(1)
  expect(shown).toEqual(['saving', 'saved'])
})

test('[U3] what is written while “Saved” is held back is not called saved', () => {
  const { become, shown } = watched('saved')
  for (let key = 0; key < 8; key += 1) {
    become('saving')
    vi.advanceTimersByTime(10)
    become('saved')
    vi.advanceTimersByTime(20)
  }
  become('saving')
  vi.advanceTimersByTime(10_000)
  expect(shown).toEqual(['saving'])
  become('saved')
  expect(shown).toEqual(['saving', 'saved'])
})

test('[U3] anything that is worse than “Saving…” is said at once', () => {
  const { become, shown } = watched('saved')
  become('saving')
  become('saved')
  become('unsaved')
  expect(shown).toEqual(['saving', 'unsaved'])
  vi.advanceTimersByTime(10_000)
  expect(shown).toEqual(['saving', 'unsaved'])
})

test('[U3] nobody who has stopped listening is told', () => {
  const { become, shown, stop } = watched('saved')
  become('saving')
  become('saved')
  stop()
  vi.advanceTimersByTime(10_000)
  expect(shown).toEqual(['saving'])
})
