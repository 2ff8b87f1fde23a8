import { expect, test } from 'vitest'
import { type Keeper, openVisits } from './visits.js'

/** The part of `localStorage` that tabs share. */
function openKeeper(): Keeper {
  const items = new Map<string, string>()
  return { getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value) }
}

const barred: Keeper = {
  getItem() {
    throw new DOMException('Access is denied.', 'SecurityError')
  },
  setItem() {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  },
}
const held = { state: Uint8Array.of(1, 2, 3), kept: true, unsaved: true }
const at = (epoch: string, entry: number) => ({ epoch, entry })

test('[D6] the copy of a record is this account’s and this record’s, and the same on the next visit', () => {
  const keeper = openKeeper()
  const names = ['ada', 'grace'].flatMap((who) => ['one', 'two'].map((id) => openVisits(keeper, who, id).copy()))
  expect(new Set(names).size).toBe(4)
  expect(openVisits(keeper, 'ada', 'one').copy()).toBe(names[0])
})

test('[D8] how far the copy has seen the record is known on the next visit, and never goes back', () => {
  const keeper = openKeeper()
  const visits = openVisits(keeper, 'ada', 'one')
  expect(visits.seen()).toBeUndefined()
  visits.see(visits.copy(), at('first', 7))
  // A tab that was told a moment earlier.
  openVisits(keeper, 'ada', 'one').see(visits.copy(), at('first', 5))
  expect(visits.seen()).toEqual(at('first', 7))
  visits.see(visits.copy(), at('second', 8))
  expect(openVisits(keeper, 'ada', 'one').seen()).toEqual(at('second', 8))
})

test('[D8] a copy that is set aside is kept with who wrote in it until it is forgotten, and a new one begins', () => {
  const keeper = openKeeper()
  const visits = openVisits(keeper, 'ada', 'one')
  const old = visits.copy()
  visits.see(old, at('first', 7))
  visits.wrote(old, 11)
  visits.wrote(old, 12)
  visits.wrote(old, 11)
  visits.setAside(old, 'restored', held)
  expect(visits.copy()).not.toBe(old)
  expect(visits.seen()).toBeUndefined()
  expect(visits.lost()).toEqual([{ name: old, mine: [12, 11], cause: 'restored', held }])
  expect(openVisits(keeper, 'ada', 'one').lost()).toEqual([
    { name: old, mine: [12, 11], cause: 'restored', held: undefined },
  ])
  visits.forget(old)
  expect(openVisits(keeper, 'ada', 'one').lost()).toEqual([])
})

test('[D8] a second tab of the same record adds what it wrote to the copy that the first has set aside', () => {
  const keeper = openKeeper()
  const [first, second] = [openVisits(keeper, 'ada', 'one'), openVisits(keeper, 'ada', 'one')]
  const old = first.copy()
  first.wrote(old, 11)
  first.setAside(old, 'refused', held)
  second.wrote(old, 12)
  second.see(old, at('lost', 9))
  second.setAside(old, 'restored', held)
  expect(second.copy()).toBe(first.copy())
  expect(second.seen()).toBeUndefined()
  expect(first.lost()).toMatchObject([{ name: old, mine: [11, 12], cause: 'refused' }])
})

test('[D6] a browser that remembers nothing does so for as long as the page is open', () => {
  const visits = openVisits(barred, 'ada', 'one')
  const old = visits.copy()
  visits.wrote(old, 11)
  visits.see(old, at('first', 7))
  expect(visits.seen()).toEqual(at('first', 7))
  visits.setAside(old, 'restored', held)
  expect(visits.lost()).toEqual([{ name: old, mine: [11], cause: 'restored', held }])
})

test('[D9] why a copy was set aside is known on the next visit, and what it held last is what counts', () => {
  const keeper = openKeeper()
  const visits = openVisits(keeper, 'ada', 'one')
  const old = visits.copy()
  const later = { state: Uint8Array.of(4), kept: false, unsaved: true }
  visits.setAside(old, 'too-large', held)
  const present = visits.copy()
  visits.setAside(old, 'too-large', later)
  expect(visits.copy()).toBe(present)
  expect(visits.lost()).toEqual([{ name: old, mine: [], cause: 'too-large', held: later }])
  expect(openVisits(keeper, 'ada', 'one').lost()).toMatchObject([{ cause: 'too-large' }])
})

test('[D8] a copy that was set aside before reasons were noted made way for a backup', () => {
  const keeper = openKeeper()
  const visits = openVisits(keeper, 'ada', 'one')
  keeper.setItem(visits.copy(), JSON.stringify({ copy: 'now', mine: [], lost: [{ name: 'old', mine: [11] }] }))
  expect(visits.lost()).toMatchObject([{ name: 'old', cause: 'restored' }])
})

test('what stands there and is no memory of a visit is passed over', () => {
  const keeper = openKeeper()
  keeper.setItem(openVisits(keeper, 'ada', 'one').copy(), '{"copy": 7}')
  const visits = openVisits(keeper, 'ada', 'one')
  expect(visits.lost()).toEqual([])
  visits.see(visits.copy(), at('first', 1))
  expect(openVisits(keeper, 'ada', 'one').seen()).toEqual(at('first', 1))
})
