import { parseTemplate, rootScope, type Scope, seedRecord, type Template } from '@colophon/template'
import * as Y from 'yjs'

/** A small template with everything the page treats in its own way. */
export const source = `---
version: "{{VERSION}}"
---

# {{NAME}} - Record

**Period**: {{START_DATE}} to {{END_DATE}}

## Work

### Phase 1: {{PHASE_1_NAME}} ✅
- [✅] {{P1_TASK_1}} ({{P1_TASK_1_DATE}})
- [✅] {{P1_TASK_2}} ({{P1_TASK_2_DATE}})

#### Decisions
{{PHASE_1_DECISIONS}}

### Phase 2: {{PHASE_2_NAME}} ✅
- [✅] {{P2_TASK_1}} ({{P2_TASK_1_DATE}})
- [✅] {{P2_TASK_2}} ({{P2_TASK_2_DATE}})

#### Decisions
{{PHASE_2_DECISIONS}}

## Result
{{RESULT}}

- **Product Manager**: {{PM_SIGNOFF}} ({{PM_SIGNOFF_DATE}})
`

export interface Seeded {
  readonly template: Template
  readonly doc: Y.Doc
  readonly root: Scope
}

/** A record of that template, as the server seeds it. */
export function seeded(): Seeded {
  const template = parseTemplate(source)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  return { template, doc, root: rootScope(doc) }
}

/** The same record at another person's. */
export function elsewhere({ template, doc }: Seeded): Seeded {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return { template, doc: copy, root: rootScope(copy) }
}

/** Brings each up to date with the other. */
export function exchange(a: Seeded, b: Seeded): void {
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc))
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
}

/** Writes into the first text of a slot, as an editor would. */
export function write(scope: Scope, key: string, text: string, origin: unknown): void {
  const paragraph = scope.fragment(key)?.get(0)
  const target = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(target instanceof Y.XmlText)) throw new Error(`${key} has no text to write in.`)
  target.doc?.transact(() => target.insert(target.length, text), origin)
}
