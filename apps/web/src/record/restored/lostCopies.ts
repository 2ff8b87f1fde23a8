import { createStores, deleteDB, getAll, openDB, transact } from 'lib0/indexeddb'
import * as Y from 'yjs'
import type { AsideCause, LostCopy, Visits } from '../session/visits.js'
import { type LostSlot, lostSlots } from './lostSlots.js'

/** A slot's text that the present record does not have, and why. */
export interface LostText extends LostSlot {
  readonly cause: AsideCause
  /** Whether the browser keeps it, and not this page alone. */
  readonly kept: boolean
}

/**
 * What the copies that were set aside hold of this person's, and the present record does not; the same text once.
 * @throws where the browser does not give back what it kept.
 * @see docs/spec.md D8, D9
 */
export async function findLost(copies: readonly LostCopy[], present: Y.Doc): Promise<LostText[]> {
  const found = await Promise.all(copies.map((copy) => lostIn(copy, present)))
  // Whoever pastes the same again and is refused again has one text to copy.
  const texts = new Map(found.flat().map((lost) => [`${lost.path}\n${lost.text}`, lost]))
  return [...texts.values()]
}

/** Deletes the copies from this browser. */
export async function dismissLost(visits: Visits): Promise<void> {
  for (const { name } of visits.lost()) {
    visits.forget(name)
    await deleteDB(name)
  }
}

async function lostIn({ name, mine, cause, held }: LostCopy, present: Y.Doc): Promise<LostText[]> {
  // Whoever wrote nothing has lost nothing, however much they saw.
  if (mine.length === 0) return []
  const past = new Y.Doc()
  try {
    for (const update of held === undefined ? await updatesOf(name) : [held.state]) Y.applyUpdate(past, update)
    // A copy that the browser has cleared away in the meantime, which it may, holds nothing.
    if (past.store.clients.size === 0) return []
    const kept = held?.kept ?? true
    return lostSlots(past, present, new Set(mine)).map((slot) => ({ ...slot, cause, kept }))
  } finally {
    past.destroy()
  }
}

/** As y-indexeddb keeps them. */
async function updatesOf(name: string): Promise<Uint8Array[]> {
  const database = await openDB(name, (fresh) =>
    createStores(fresh, [['updates', { autoIncrement: true }], ['custom']]),
  )
  try {
    const [updates] = transact(database, ['updates'], 'readonly')
    const kept: unknown[] = updates === undefined ? [] : await getAll(updates)
    return kept.filter((update) => update instanceof Uint8Array)
  } finally {
    database.close()
  }
}
