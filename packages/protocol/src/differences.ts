import * as z from 'zod/mini'
import { personSchema } from './ledger.js'

/** Where something stands in a record, and what it is called there. */
const held = { path: z.string(), label: z.string(), where: z.string() }
const number = z.int().check(z.positive())

/** What a record holds in one place, as the template engine lists it (`SlotText`). */
export const slotTextSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slot'), ...held, text: z.string() }),
  z.object({ kind: z.literal('tick'), ...held, done: z.boolean() }),
  z.object({ kind: z.literal('item'), ...held, group: z.string(), number, title: z.string() }),
])

/** Who may have done it; left out where that is not known, as it is of what was only taken out. */
const by = z.exactOptional(z.array(personSchema))

/** One thing that changed in a record, as the template engine finds it (`Difference`), and by whom. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), ...held, before: z.nullable(z.string()), after: z.nullable(z.string()), by }),
  z.object({ kind: z.literal('tick'), ...held, done: z.boolean(), by }),
  z.object({ kind: z.literal('added'), ...held, title: z.string(), by }),
  z.object({ kind: z.literal('removed'), ...held, title: z.string(), by }),
  z.object({ kind: z.literal('moved'), ...held, title: z.string(), from: number, to: number, by }),
  z.object({ kind: z.literal('form'), by }),
])
export type Change = z.infer<typeof changeSchema>

/** What changed since a moment, in the order of the page. */
export const changesSchema = z.array(changeSchema)
