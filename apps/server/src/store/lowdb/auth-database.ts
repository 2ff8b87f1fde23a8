import { memoryAdapter } from 'better-auth/adapters/memory'
import { getAuthTables } from 'better-auth/db'

type Tables = Record<string, Record<string, unknown>[]>

/**
 * better-auth's memory adapter over `tables`, which lie in the index; a write resolves when the index is durable.
 * @param save makes the index durable.
 * @see docs/spec.md D1
 */
export function createAuthDatabase(tables: Tables, save: () => Promise<void>): ReturnType<typeof memoryAdapter> {
  const openMemory = memoryAdapter(tables)

  return (options) => {
    for (const { modelName } of Object.values(getAuthTables(options))) tables[modelName] ??= []
    const memory = openMemory(options)
    return {
      ...memory,
      create: async (data) => saved(await memory.create(data)),
      update: async (data) => saved(await memory.update(data)),
      updateMany: async (data) => saved(await memory.updateMany(data)),
      delete: async (data) => saved(await memory.delete(data)),
      deleteMany: async (data) => saved(await memory.deleteMany(data)),
      consumeOne: async (data) => saved(await memory.consumeOne(data)),
      incrementOne: async (data) => saved(await memory.incrementOne(data)),
      // Inside, the adapter works on a copy that it merges at the end: one save for all of it.
      transaction: async (work) => saved(await memory.transaction(work)),
    }
  }

  async function saved<T>(result: T): Promise<T> {
    await save()
    return result
  }
}
