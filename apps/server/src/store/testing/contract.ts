import type { Position } from '@colophon/protocol'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RecordRow, Store } from '../store.js'

/** A store under test, on a place of its own. */
export interface StoreFixture {
  store: Store
  /** Closes the store and opens one on the same place. */
  reopen(): Promise<Store>
  /** Closes the store and removes its place. */
  dispose(): Promise<void>
}

/** What holds for every `Store`. Run it in a test file of the store: `storeContract('lowdb', openFixture)`. */
export function storeContract(name: string, openFixture: () => Promise<StoreFixture>): void {
  describe(`${name}: the store's contract`, () => {
    let fixture: StoreFixture

    beforeEach(async () => {
      fixture = await openFixture()
    })
    afterEach(() => fixture.dispose())

    const id = 'contract-0001'
    const bytes = (...values: number[]) => Uint8Array.from(values)
    const snapshotOf = (value: number) => ({
      update: bytes(value),
      layout: { clients: [{ client: 7, to: 9, count: 2, start: 3, bytes: value }], roots: ['text'], deletesAt: 5 },
    })

    test('[D1] a record is what it was created with, and after a restart too', async () => {
      await fixture.store.updates.create(id, bytes(1, 2, 3))
      const made = { snapshot: bytes(1, 2, 3), updates: [], owners: new Map() }
      expect(await fixture.store.updates.load(id)).toEqual(made)
      expect(await (await fixture.reopen()).updates.load(id)).toEqual(made)
    })

    test('a record that was never created is undefined, and cannot be appended to', async () => {
      expect(await fixture.store.updates.load(id)).toBeUndefined()
      await expect(fixture.store.updates.append(id, [bytes(1)])).rejects.toMatchObject({ code: 'record-missing' })
    })

    test('[S4] a record is created once', async () => {
      await fixture.store.updates.create(id, bytes(1))
      await expect(fixture.store.updates.create(id, bytes(2))).rejects.toMatchObject({ code: 'record-exists' })
      expect(await fixture.store.updates.load(id)).toEqual({ snapshot: bytes(1), updates: [], owners: new Map() })
    })

    test('[D1] updates come back in the order they were appended, whoever waited for whom', async () => {
      const { updates } = fixture.store
      await updates.create(id, bytes(0))
      const appended = Array.from({ length: 50 }, (_, index) => bytes(index, index + 1))
      await Promise.all(appended.map((update) => updates.append(id, [update])))
      await updates.append(id, [bytes(), bytes(255)])
      const expected = { snapshot: bytes(0), updates: [...appended, bytes(), bytes(255)], owners: new Map() }
      expect(await updates.load(id)).toEqual(expected)
      expect(await (await fixture.reopen()).updates.load(id)).toEqual(expected)
    })

    test('[D2] a compacted record holds the snapshot and what came after it', async () => {
      const { updates } = fixture.store
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
      const reopened = await fixture.reopen()
      await reopened.updates.append(id, [bytes(4)])
      expect(await reopened.updates.load(id)).toEqual({ ...expected, updates: [bytes(2), bytes(3), bytes(4)] })
    })

    test('[D5] the bytes after the snapshot grow with what is appended and go with a compaction', async () => {
      const { updates } = fixture.store
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
      const { updates } = fixture.store
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
      expect((await (await fixture.reopen()).updates.load(id))?.owners).toEqual(expected)
    })

    test('[D8] a record’s past leads through every place it has been at, and through no other', async () => {
      const { updates } = fixture.store
      await updates.create(id, bytes(0))
      const places = [reached(fixture.store)]
      for (const value of [1, 2, 3]) {
        await updates.append(id, [bytes(value)])
        places.push(reached(fixture.store))
      }
      expect(places.map(({ entry }) => entry)).toEqual([0, 1, 2, 3])
      const [{ epoch } = reached(fixture.store)] = places
      await updates.compact(id, snapshotOf(9), 2)
      for (const open of [async () => fixture.store, fixture.reopen]) {
        const store = await open()
        await store.updates.load(id)
        expect(reached(store)).toEqual({ epoch, entry: 3 })
        for (const place of places) expect(store.updates.leadsThrough(id, place)).toBe(true)
        expect(store.updates.leadsThrough(id, { epoch, entry: 4 })).toBe(false)
        expect(store.updates.leadsThrough(id, { epoch: 'never-was-one', entry: 0 })).toBe(false)
      }
    })

    test('[D8] a store that is opened anew writes in an epoch of its own, which compaction and restarts keep', async () => {
      await fixture.store.updates.create(id, bytes(0))
      await fixture.store.updates.append(id, [bytes(1)])
      const before = reached(fixture.store)
      const second = await fixture.reopen()
      await second.updates.append(id, [bytes(2)])
      await second.updates.append(id, [bytes(3)])
      const after = reached(second)
      expect(after).toEqual({ epoch: expect.not.stringMatching(before.epoch), entry: 3 })
      await second.updates.load(id)
      await second.updates.compact(id, snapshotOf(9), 3)
      await second.updates.append(id, [bytes(4)])
      expect(reached(second)).toEqual({ ...after, entry: 4 })

      const { updates } = await fixture.reopen()
      await updates.load(id)
      expect(updates.leadsThrough(id, before)).toBe(true)
      expect(updates.leadsThrough(id, { ...after, entry: 4 })).toBe(true)
      // What the first epoch would have come to, had it not ended there.
      expect(updates.leadsThrough(id, { ...before, entry: 2 })).toBe(false)
    })

    test('[D8] a record that is not loaded has been nowhere', () => {
      expect(fixture.store.updates.reached(id)).toBeUndefined()
      expect(fixture.store.updates.leadsThrough(id, { epoch: 'some-epoch', entry: 0 })).toBe(false)
    })

    const reached = ({ updates }: Store): Position => {
      const position = updates.reached(id)
      if (position === undefined) throw new Error('The record is not loaded.')
      return position
    }

    test('a deleted record is gone, leaves its neighbours alone and can be created anew', async () => {
      const { updates } = fixture.store
      await updates.create(id, bytes(1))
      await updates.append(id, [bytes(2)])
      await updates.create('contract-0002', bytes(7))
      await updates.delete(id)
      expect(await updates.load(id)).toBeUndefined()
      expect(await updates.load('contract-0002')).toEqual({ snapshot: bytes(7), updates: [], owners: new Map() })
      await updates.create(id, bytes(9))
      expect(await (await fixture.reopen()).updates.load(id)).toEqual({
        snapshot: bytes(9),
        updates: [],
        owners: new Map(),
      })
    })

    test('[A8] an id that is no record id reaches no file', async () => {
      for (const bad of ['../../etc/passwd', '__proto__', 'a/b/c/d/e/f/g', '.hidden-record', '', 'x'.repeat(33)]) {
        await expect(fixture.store.updates.create(bad, bytes(1))).rejects.toMatchObject({ code: 'bad-record-id' })
        await expect(fixture.store.updates.load(bad)).rejects.toMatchObject({ code: 'bad-record-id' })
      }
    })

    test('[D1] [G6] lines of a log come back in the order they were added, and after a restart too', async () => {
      const { audit } = fixture.store
      expect(await audit.load(id)).toEqual([])
      const lines = ['{"first":"ä"}', '{"second":"\\n"}', '{"third":""}']
      for (const line of lines) await audit.append(id, line)
      expect(await audit.load(id)).toEqual(lines)
      const reopened = (await fixture.reopen()).audit
      await reopened.append(id, 'fourth')
      expect(await reopened.load(id)).toEqual([...lines, 'fourth'])
      await reopened.delete(id)
      expect(await reopened.load(id)).toEqual([])
    })

    test('[D1] [G5] texts of a record are kept and replaced, and all go at once', async () => {
      const { texts } = fixture.store
      await texts.put(id, 'version-1', 'as it was')
      await texts.put(id, 'a'.repeat(64), 'another')
      await texts.put(id, 'version-1', 'as it is')
      const reopened = (await fixture.reopen()).texts
      expect(await reopened.get(id, 'version-1')).toBe('as it is')
      expect(await reopened.get(id, 'version-2')).toBeUndefined()
      await reopened.delete(id)
      expect(await reopened.get(id, 'version-1')).toBeUndefined()
      await expect(reopened.put(id, '../escape', '')).rejects.toMatchObject({ code: 'bad-text-name' })
      await expect(reopened.put('../escape', 'version-1', '')).rejects.toMatchObject({ code: 'bad-record-id' })
    })

    test('[D1] rows are kept, replaced, listed and deleted, and after a restart too', async () => {
      const { records } = fixture.store
      await records.put(row('one', 'First'))
      await Promise.all([
        records.put(row('two', 'Second')),
        records.put(row('one', 'First again')),
        records.put(row('three', 'Third')),
      ])
      await records.delete('three')
      await records.delete('never-there')
      const expected = [row('one', 'First again'), row('two', 'Second')]
      expect(await records.list()).toEqual(expected)
      const reopened = await fixture.reopen()
      expect(await reopened.records.list()).toEqual(expected)
      expect(await reopened.records.get('one')).toEqual(row('one', 'First again'))
      expect(await reopened.records.get('three')).toBeUndefined()
    })

    test('a row that was handed out or in is a copy', async () => {
      const { records } = fixture.store
      const mine = row('one', 'Mine')
      await records.put(mine)
      mine.title = 'changed by its maker'
      const [theirs] = await records.list()
      if (theirs !== undefined) theirs.completeness.filled = 99
      expect(await records.get('one')).toEqual(row('one', 'Mine'))
    })

    test('[A8] hostile ids are ordinary ids of rows', async () => {
      const { records } = fixture.store
      expect(await records.get('__proto__')).toBeUndefined()
      await records.put(row('__proto__', 'Odd'))
      expect(await (await fixture.reopen()).records.get('__proto__')).toEqual(row('__proto__', 'Odd'))
    })

    test('a store that works says so', () => {
      expect(fixture.store.health()).toEqual({ state: 'ok' })
    })
  })
}

function row(id: string, title: string): RecordRow {
  const at = '2026-01-02T03:04:05.000Z'
  return {
    id,
    title,
    templateId: 'implementation-record',
    createdAt: at,
    updatedAt: at,
    createdBy: { id: 'person-1', name: 'Ada' },
    archived: false,
    deletedAt: null,
    completeness: { filled: 0, total: 138 },
  }
}
