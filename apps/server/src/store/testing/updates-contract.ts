import type { Position } from '@colophon/protocol'
import { expect, test } from 'vitest'
import type { Store } from '../store.js'
import type { StoreFixture } from './contract.js'

/** What holds for the updates of records. @param current the fixture of the test that runs */
export function updatesContract(current: () => StoreFixture): void {
  const id = 'contract-0001'
  const bytes = (...values: number[]) => Uint8Array.from(values)
  const snapshotOf = (value: number) => ({
    update: bytes(value),
    layout: { clients: [{ client: 7, to: 9, count: 2, start: 3, bytes: value }], roots: ['text'], deletesAt: 5 },
  })

  test('[D1] a record is what it was created with, and after a restart too', async () => {
    await current().store.updates.create(id, bytes(1, 2, 3))
    const made = { snapshot: bytes(1, 2, 3), updates: [], owners: new Map() }
    expect(await current().store.updates.load(id)).toEqual(made)
    expect(await (await current().reopen()).updates.load(id)).toEqual(made)
  })

  test('a record that was never created is undefined, and cannot be appended to', async () => {
    expect(await current().store.updates.load(id)).toBeUndefined()
    await expect(current().store.updates.append(id, [bytes(1)])).rejects.toMatchObject({ code: 'record-missing' })
  })

  test('[S4] a record is created once', async () => {
    await current().store.updates.create(id, bytes(1))
    await expect(current().store.updates.create(id, bytes(2))).rejects.toMatchObject({ code: 'record-exists' })
    expect(await current().store.updates.load(id)).toEqual({ snapshot: bytes(1), updates: [], owners: new Map() })
  })

  test('[D1] updates come back in the order they were appended, whoever waited for whom', async () => {
    const { updates } = current().store
    await updates.create(id, bytes(0))
    const appended = Array.from({ length: 50 }, (_, index) => bytes(index, index + 1))
    await Promise.all(appended.map((update) => updates.append(id, [update])))
    await updates.append(id, [bytes(), bytes(255)])
    const expected = { snapshot: bytes(0), updates: [...appended, bytes(), bytes(255)], owners: new Map() }
    expect(await updates.load(id)).toEqual(expected)
    expect(await (await current().reopen()).updates.load(id)).toEqual(expected)
  })

  test('[D2] a compacted record holds the snapshot and what came after it', async () => {
    const { updates } = current().store
    await updates.create(id, bytes(0))
    await updates.append(id, [bytes(1)])
    const position = updates.position(id)
    await updates.append(id, [bytes(2)])
    await Promise.all([updates.compact(id, snapshotOf(10), position), updates.append(id, [bytes(3)])])
    const expected = {
      snapshot: bytes(10),
      layout: snapshotOf(10).layout,
      updates: [bytes(2), bytes(3)],
      owners: new Map(),
    }
    expect(await updates.load(id)).toEqual(expected)
    const reopened = await current().reopen()
    await reopened.updates.append(id, [bytes(4)])
    expect(await reopened.updates.load(id)).toEqual({ ...expected, updates: [bytes(2), bytes(3), bytes(4)] })
  })

  test('[D5] the bytes after the snapshot grow with what is appended and go with a compaction', async () => {
    const { updates } = current().store
    await updates.create(id, new Uint8Array(100_000))
    const before = updates.journalBytes(id)
    await updates.append(id, [new Uint8Array(1_000)])
    const grown = updates.journalBytes(id) - before
    expect(grown).toBeGreaterThanOrEqual(1_000)
    expect(grown).toBeLessThan(1_200)
    await updates.compact(id, snapshotOf(1), updates.position(id))
    expect(updates.journalBytes(id)).toBeLessThan(100)
  })

  test('[A5] who wrote under which client id is kept with what they wrote, whether folded or not', async () => {
    const { updates } = current().store
    const [ada, grace] = [
      { client: 7, userId: 'ada' },
      { client: 2 ** 32 - 1, userId: 'grace' },
    ]
    await updates.create(id, bytes(0))
    await updates.append(id, [bytes(1)], [ada])
    await updates.compact(id, snapshotOf(1), updates.position(id))
    await updates.append(id, [bytes(2)], [grace])
    const expected = new Map([ada, grace].map(({ client, userId }) => [client, userId]))
    expect((await updates.load(id))?.owners).toEqual(expected)
    expect((await (await current().reopen()).updates.load(id))?.owners).toEqual(expected)
  })

  test('[D8] a record’s past leads through every place it has been at, and through no other', async () => {
    const { updates } = current().store
    await updates.create(id, bytes(0))
    const places = [reached(current().store)]
    for (const value of [1, 2, 3]) {
      await updates.append(id, [bytes(value)])
      places.push(reached(current().store))
    }
    expect(places.map(({ entry }) => entry)).toEqual([0, 1, 2, 3])
    const [{ epoch } = reached(current().store)] = places
    await updates.compact(id, snapshotOf(9), 2)
    for (const open of [async () => current().store, () => current().reopen()]) {
      const store = await open()
      await store.updates.load(id)
      expect(reached(store)).toEqual({ epoch, entry: 3 })
      for (const place of places) expect(store.updates.leadsThrough(id, place)).toBe(true)
      expect(store.updates.leadsThrough(id, { epoch, entry: 4 })).toBe(false)
      expect(store.updates.leadsThrough(id, { epoch: 'never-was-one', entry: 0 })).toBe(false)
    }
  })

  test('[D8] a store that is opened anew writes in an epoch of its own, which compaction and restarts keep', async () => {
    await current().store.updates.create(id, bytes(0))
    await current().store.updates.append(id, [bytes(1)])
    const before = reached(current().store)
    const second = await current().reopen()
    await second.updates.append(id, [bytes(2)])
    await second.updates.append(id, [bytes(3)])
    const after = reached(second)
    expect(after).toEqual({ epoch: expect.not.stringMatching(before.epoch), entry: 3 })
    await second.updates.load(id)
    await second.updates.compact(id, snapshotOf(9), 3)
    await second.updates.append(id, [bytes(4)])
    expect(reached(second)).toEqual({ ...after, entry: 4 })

    const { updates } = await current().reopen()
    await updates.load(id)
    expect(updates.leadsThrough(id, before)).toBe(true)
    expect(updates.leadsThrough(id, { ...after, entry: 4 })).toBe(true)
    // What the first epoch would have come to, had it not ended there.
    expect(updates.leadsThrough(id, { ...before, entry: 2 })).toBe(false)
  })

  test('[D8] a record that is not loaded has been nowhere', () => {
    expect(current().store.updates.reached(id)).toBeUndefined()
    expect(current().store.updates.leadsThrough(id, { epoch: 'some-epoch', entry: 0 })).toBe(false)
  })

  const reached = ({ updates }: Store): Position => {
    const position = updates.reached(id)
    if (position === undefined) throw new Error('The record is not loaded.')
    return position
  }

  test('a deleted record is gone, leaves its neighbours alone and can be created anew', async () => {
    const { updates } = current().store
    await updates.create(id, bytes(1))
    await updates.append(id, [bytes(2)])
    await updates.create('contract-0002', bytes(7))
    await updates.delete(id)
    expect(await updates.load(id)).toBeUndefined()
    expect(await updates.load('contract-0002')).toEqual({ snapshot: bytes(7), updates: [], owners: new Map() })
    await updates.create(id, bytes(9))
    expect(await (await current().reopen()).updates.load(id)).toEqual({
      snapshot: bytes(9),
      updates: [],
      owners: new Map(),
    })
  })

  test('[A8] an id that is no record id reaches no file', async () => {
    for (const bad of ['../../etc/passwd', '__proto__', 'a/b/c/d/e/f/g', '.hidden-record', '', 'x'.repeat(33)]) {
      await expect(current().store.updates.create(bad, bytes(1))).rejects.toMatchObject({ code: 'bad-record-id' })
      await expect(current().store.updates.load(bad)).rejects.toMatchObject({ code: 'bad-record-id' })
    }
  })
}
