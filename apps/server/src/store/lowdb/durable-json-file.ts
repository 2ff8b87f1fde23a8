import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import { replaceFile } from './durable-file.js'
import { unlessMissing } from './errno.js'
import { createGroupCommit } from './group-commit.js'

/**
 * A lowdb adapter whose writes are durable when they resolve.
 * Writes that come while one is under way share the next, which prints `data` as it is by then.
 * @see docs/spec.md D1
 */
export class DurableJsonFile<T> implements Adapter<T> {
  readonly #path: string
  readonly #parse: (text: string) => T
  readonly #writes = createGroupCommit<T>((items) => this.#replace(items))

  /** @param parse gets the file's text; what it throws, `read` throws. */
  constructor(path: string, parse: (text: string) => T) {
    this.#path = path
    this.#parse = parse
  }

  /** @returns `null` where there is no such file. */
  async read(): Promise<T | null> {
    const text = await readFile(this.#path, 'utf8').catch(unlessMissing)
    return text === undefined ? null : this.#parse(text)
  }

  write(data: T): Promise<void> {
    return this.#writes.add(data)
  }

  /** Resolves when nothing is being written. */
  idle(): Promise<void> {
    return this.#writes.idle()
  }

  async #replace(items: readonly T[]): Promise<void> {
    await replaceFile(this.#path, `${JSON.stringify(items.at(-1), markDates, 1)}\n`)
  }
}

/** Dates are written as `{"$date": …}`, so that a text that looks like a date stays a text. */
function markDates(this: unknown, key: string, value: unknown): unknown {
  // `value` has been through `toJSON` already, which has made a text of the date.
  const original = isRecord(this) ? this[key] : value
  return original instanceof Date ? { $date: original.toISOString() } : value
}

/** Reads back what `DurableJsonFile` writes. @throws SyntaxError */
export function parseJsonWithDates(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (!isRecord(value) || typeof value.$date !== 'string' || Object.keys(value).length > 1) return value
    return new Date(value.$date)
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
