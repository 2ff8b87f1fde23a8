import { randomBytes } from 'node:crypto'
import type { CreateRecord, Person } from '@colophon/protocol'
import type { Problem, Signoffs } from '@colophon/template'
import type { Log } from '../log.js'
import { actorOf } from '../signoffs/actor.js'
import type { Ledgers } from '../signoffs/ledgers.js'
import { creationOf } from '../signoffs/origin.js'
import type { RecordRow, Store } from '../store/store.js'
import type { Identity } from '../sync/rooms.js'
import { type Draft, draftNew } from './draft.js'
import type { Drafter } from './drafter.js'
import { RecordError } from './record-error.js'
import type { RecordIndex } from './record-index.js'
import { builtInTemplateId, type Templates } from './templates.js'

/** Brings records into being: all of one, or nothing. */
export interface Creation {
  /** @returns the new record's id. @throws RecordError `template-unknown`, DraftError */
  create(wish: CreateRecord, author: Identity): Promise<string>
  /** @returns the id and the lines of the file that found no place. @throws DraftError */
  import(markdown: string, author: Identity): Promise<{ id: string; problems: Problem[] }>
}

export function createCreation(parts: {
  store: Pick<Store, 'updates'>
  ledgers: Pick<Ledgers, 'begin' | 'remove'>
  index: RecordIndex
  templates: Templates
  drafter: Drafter
  /** Whose a record is that somebody makes; `null`: nobody's but the admins'. */
  ownerFor(author: Identity): Promise<Person | null>
  log: Log
}): Creation {
  const { store, ledgers, index, templates, drafter, ownerFor, log } = parts

  async function keep(draft: Draft, templateId: string, author: Identity, signoffs: Signoffs): Promise<string> {
    const id = randomBytes(12).toString('base64url')
    const createdAt = new Date().toISOString()
    const { title, completeness } = draft
    const row: RecordRow = {
      id,
      title,
      templateId,
      createdAt,
      updatedAt: createdAt,
      createdBy: { id: author.id, name: author.name },
      archived: false,
      deletedAt: null,
      completeness,
    }
    try {
      await store.updates.create(id, draft.state)
      const owner = await ownerFor(author)
      await ledgers.begin(id, { actor: actorOf(author), what: creationOf(title, owner, draft.roles, signoffs) })
      // Last, because a record exists for people once it is in the index.
      await index.add(row)
    } catch (error) {
      await undo(id)
      throw error
    }
    return id
  }

  async function undo(id: string): Promise<void> {
    const outcomes = await Promise.allSettled([ledgers.remove(id), store.updates.delete(id)])
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        log.warn({ recordId: id, err: outcome.reason }, 'a half-made record was left behind')
    }
  }

  return {
    async create({ title, template = builtInTemplateId }, author) {
      const known = await templates.get(template)
      if (!known && !template.includes('{{')) {
        throw new RecordError('template-unknown', 'There is no template by that name. No record was made.')
      }
      if (known) return keep(draftNew({ kind: 'new', source: known.source, title }), known.id, author, {})
      // Nobody has parsed this one yet, and it may be slow to.
      const draft = await drafter.create({ source: template, title })
      const { id: templateId } = await templates.remember(template, draft.templateName)
      return keep(draft, templateId, author, {})
    },

    async import(markdown, author) {
      const draft = await drafter.import({ markdown, templates: await templates.list() })
      const id = await keep(draft, draft.templateId, author, draft.signoffs)
      return { id, problems: draft.problems }
    },
  }
}
