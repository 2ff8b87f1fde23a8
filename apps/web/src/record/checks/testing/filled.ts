import { fillRecord, parseTemplate, readRecord, seedRecord, type Template } from '@colophon/template'
import * as Y from 'yjs'

/**
 * A record of a template, filled as from a file.
 * @param values - Markdown, by the names of slots: `P1_TASK_2_DATE`.
 * @param open - what stands in the lines whose ticks are taken away.
 */
export function filled(
  source: string,
  values: Readonly<Record<string, string>>,
  open: readonly string[] = [],
): { template: Template; doc: Y.Doc } {
  const template = parseTemplate(source)
  const lines = source.split('\n').map((line) => {
    const isOpen = open.some((slot) => line.includes(`{{${slot}}}`))
    const ticked = isOpen ? line.replace('[✅]', '[ ]').replace(/ ✅$/, '') : line
    return Object.entries(values).reduce((text, [slot, value]) => text.replaceAll(`{{${slot}}}`, () => value), ticked)
  })
  return read(template, lines.join('\n'))
}

/** A record that says what a file says. */
export function read(template: Template, markdown: string): { template: Template; doc: Y.Doc } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  fillRecord(template, doc, readRecord(template, markdown).values)
  return { template, doc }
}
