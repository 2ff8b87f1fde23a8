import { createHash } from 'node:crypto'
import { implementationRecord } from '@colophon/template'
import type { Store, TemplateRow } from '../store/store.js'

/** The forms a record can have: the built-in one, and every one that somebody has brought. */
export interface Templates {
  /** Built-in first. */
  list(): Promise<TemplateRow[]>
  get(id: string): Promise<TemplateRow | undefined>
  /** Keeps a template, so that its records can be imported later. The same source is kept once. */
  remember(source: string, name: string): Promise<TemplateRow>
}

export const builtInTemplateId = 'implementation-record'

export function createTemplates(rows: Store['templates']): Templates {
  const builtIn: TemplateRow = { id: builtInTemplateId, name: 'Implementation Record', source: implementationRecord }

  async function get(id: string): Promise<TemplateRow | undefined> {
    return id === builtIn.id ? builtIn : rows.get(id)
  }

  return {
    get,

    async list() {
      const brought = await rows.list()
      return [builtIn, ...brought.toSorted((left, right) => left.name.localeCompare(right.name))]
    },

    async remember(source, name) {
      if (source === builtIn.source) return builtIn
      const id = createHash('sha256').update(source).digest('hex').slice(0, 16)
      const known = await rows.get(id)
      if (known) return known
      const row = { id, name, source }
      await rows.put(row)
      return row
    },
  }
}
