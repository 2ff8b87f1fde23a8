import { expect, test } from 'vitest'
import type { RecordRow } from '../store.js'
import type { StoreFixture } from './contract.js'

/** What holds for the rows, logs and texts of records. @param current the fixture of the test that runs */
export function rowsContract(current: () => StoreFixture): void {
  const id = 'contract-0001'

  test('[D1] [G6] lines of a log come back in the order they were added, and after a restart too', async () => {
    const { audit } = current().store
    expect(await audit.load(id)).toEqual([])
    const lines = ['{"first":"ä"}', '{"second":"\\n"}', '{"third":""}']
    for (const line of lines) await audit.append(id, line)
    expect(await audit.load(id)).toEqual(lines)
    const reopened = (await current().reopen()).audit
    await reopened.append(id, 'fourth')
    expect(await reopened.load(id)).toEqual([...lines, 'fourth'])
    await reopened.delete(id)
    expect(await reopened.load(id)).toEqual([])
  })

  test('[D1] [G5] texts of a record are kept and replaced, and all go at once', async () => {
    const { texts } = current().store
    await texts.put(id, 'version-1', 'as it was')
    await texts.put(id, 'a'.repeat(64), 'another')
    await texts.put(id, 'version-1', 'as it is')
    const reopened = (await current().reopen()).texts
    expect(await reopened.get(id, 'version-1')).toBe('as it is')
    expect(await reopened.get(id, 'version-2')).toBeUndefined()
    await reopened.delete(id)
    expect(await reopened.get(id, 'version-1')).toBeUndefined()
    await expect(reopened.put(id, '../escape', '')).rejects.toMatchObject({ code: 'bad-text-name' })
    await expect(reopened.put('../escape', 'version-1', '')).rejects.toMatchObject({ code: 'bad-record-id' })
  })

  test('[D1] rows are kept, replaced, listed and deleted, and after a restart too', async () => {
    const { records } = current().store
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
    const reopened = await current().reopen()
    expect(await reopened.records.list()).toEqual(expected)
    expect(await reopened.records.get('one')).toEqual(row('one', 'First again'))
    expect(await reopened.records.get('three')).toBeUndefined()
  })

  test('a row that was handed out or in is a copy', async () => {
    const { records } = current().store
    const mine = row('one', 'Mine')
    await records.put(mine)
    mine.title = 'changed by its maker'
    const [theirs] = await records.list()
    if (theirs !== undefined) theirs.completeness.filled = 99
    expect(await records.get('one')).toEqual(row('one', 'Mine'))
  })

  test('[A8] hostile ids are ordinary ids of rows', async () => {
    const { records } = current().store
    expect(await records.get('__proto__')).toBeUndefined()
    await records.put(row('__proto__', 'Odd'))
    expect(await (await current().reopen()).records.get('__proto__')).toEqual(row('__proto__', 'Odd'))
  })

  test('a store that works says so', () => {
    expect(current().store.health()).toEqual({ state: 'ok' })
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
