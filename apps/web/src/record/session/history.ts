import { type Template, undoScope } from '@colophon/template'
import * as Y from 'yjs'
import { holdsOthersWork } from './ownership.js'

/** What an undo or a redo has just changed. */
export interface Restored {
  /** Whether anything in this type changed. */
  touched(type: object): boolean
  /** Which keys of this map changed. */
  keys(type: object): ReadonlySet<string>
  /** Where the caret was before the change, as `mark` gave it. */
  readonly mark: unknown
}

/** One person's changes to the whole record, newest first. */
export interface History {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** How many steps can be taken back now. */
  readonly depth: number
  undo(): void
  redo(): void
  /** Takes in what editors write: their code comes later than the record. Doing so again changes nothing. */
  follow(editors: EditorChanges): void
  /** Makes a change that is one step by itself: ticks, items of groups. */
  change(make: () => void): void
  /** What is typed next begins a new step. */
  pause(): void
  subscribe(listener: () => void): () => void
  onRestored(listener: (restored: Restored) => void): () => void
  destroy(): void
}

/** How changes that editors make are told, and undone. */
export interface EditorChanges {
  /** The origin of their transactions. */
  readonly origin: unknown
  /** Whether an undo may take this away as a whole. */
  readonly mayDelete: (item: Y.Item) => boolean
}

/** Marks changes made by the page itself rather than by a slot's editor. */
const pageOrigin = Symbol('page')
const captureMs = 500
const nothing: ReadonlySet<string> = new Set()

/**
 * One undo manager for the whole record. It takes back this session's changes only, and keeps an item of a group that
 * others have written in meanwhile.
 * @param mark - where the caret is now, kept with each step so that an undo can go back there.
 * @see docs/spec.md U2
 */
export function createHistory(doc: Y.Doc, template: Template, mark: () => unknown): History {
  const scope = undoScope(doc, template.slots.keys(), template.groups.keys())
  const listeners = new Set<() => void>()
  const restoredListeners = new Set<(restored: Restored) => void>()
  let guarded: readonly Y.Map<unknown>[] = []
  let editors: EditorChanges | undefined

  const manager = new Y.UndoManager(scope, {
    captureTimeout: captureMs,
    trackedOrigins: new Set<unknown>([pageOrigin]),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
    deleteFilter: (item) =>
      editors?.mayDelete(item) !== false && !guarded.some((type) => Y.isParentOf(type, item) || type._item === item),
  })

  const tell = () => {
    for (const listener of listeners) listener()
  }
  manager.on('stack-item-added', ({ stackItem, type }) => {
    if (type === 'undo') stackItem.meta.set(mark, mark())
    tell()
  })
  manager.on('stack-cleared', tell)
  manager.on('stack-item-popped', ({ stackItem, changedParentTypes }) => {
    const changes = new Map<object, ReadonlySet<string>>()
    for (const [type, events] of changedParentTypes) {
      const own = events.find((event) => event.target === type)
      changes.set(type, own instanceof Y.YMapEvent ? own.keysChanged : nothing)
    }
    const restored: Restored = {
      touched: (type) => changes.has(type),
      keys: (type) => changes.get(type) ?? nothing,
      mark: stackItem.meta.get(mark),
    }
    for (const listener of restoredListeners) listener(restored)
    tell()
  })

  function pop(stack: readonly { insertions: Parameters<typeof Y.isDeleted>[0] }[], run: () => unknown): void {
    const step = stack.at(-1)
    guarded = step === undefined ? [] : holdsOthersWork(scope, step.insertions, doc.clientID)
    try {
      run()
    } finally {
      guarded = []
    }
  }

  return {
    get canUndo() {
      return manager.canUndo()
    },
    get canRedo() {
      return manager.canRedo()
    },
    get depth() {
      return manager.undoStack.length
    },
    undo: () => pop(manager.undoStack, () => manager.undo()),
    redo: () => pop(manager.redoStack, () => manager.redo()),
    follow(changes) {
      editors = changes
      manager.addTrackedOrigin(changes.origin)
    },
    change(make) {
      manager.stopCapturing()
      doc.transact(make, pageOrigin)
      manager.stopCapturing()
    },
    pause: () => manager.stopCapturing(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onRestored(listener) {
      restoredListeners.add(listener)
      return () => restoredListeners.delete(listener)
    },
    destroy() {
      listeners.clear()
      restoredListeners.clear()
      manager.destroy()
    },
  }
}
