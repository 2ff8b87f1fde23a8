import fc from 'fast-check'
import * as Y from 'yjs'
import { cleanLine } from '../clean.js'
import { completeness } from '../completeness.js'
import { parseTemplate } from '../parse.js'
import { type PrintOptions, printRecord } from '../print.js'
import { inlineNodes, normalLine, parseInline, plainText, writeInline } from '../prose/inline.js'
import { markdownToProse, parseProse, proseToMarkdown } from '../prose/markdown.js'
import { seedRecord } from '../seed.js'
import type { Template } from '../template.js'
import { setTicked } from '../ticked.js'
import { hostileText } from './hostile.js'

/** A fresh record of a template. */
export function seeded(template: Template): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  return doc
}

export function recordOf(source: string): { template: Template; doc: Y.Doc } {
  const template = parseTemplate(source)
  return { template, doc: seeded(template) }
}

/** Types a value into a slot as a person would: characters into text, Markdown into prose. */
export function type(doc: Y.Doc, template: Template, placeholder: string, text: string): void {
  const state = completeness(template, doc).slots.find((slot) => slot.placeholder === `{{${placeholder}}}`)
  const fragment = state?.scope.fragment(state.slot.key)
  if (state === undefined || fragment === undefined) throw new RangeError(`no slot ${placeholder}`)
  if (state.slot.form === 'prose') markdownToProse(text, fragment)
  else writeInline(state.slot.form === 'inline' ? parseInline(text) : [{ type: 'text', text }], fragment)
}

/** A record of a template with values typed in. */
export function filled(source: string, values: Readonly<Record<string, string>>): { template: Template; doc: Y.Doc } {
  const { template, doc } = recordOf(source)
  for (const [name, text] of Object.entries(values)) type(doc, template, name, text)
  return { template, doc }
}

/** What a template prints with values typed in. */
export function print(source: string, values: Readonly<Record<string, string>>, options: PrintOptions = {}): string {
  const { template, doc } = filled(source, values)
  return printRecord(template, doc, options)
}

/** Writes plain characters into a slot, whatever its form. */
export function typeCharacters(doc: Y.Doc, template: Template, placeholder: string, text: string): void {
  const state = completeness(template, doc).slots.find((slot) => slot.placeholder === `{{${placeholder}}}`)
  const fragment = state?.scope.fragment(state.slot.key)
  if (fragment !== undefined) writeInline([{ type: 'text', text }], fragment)
}

/** What a record's slots, ticks and items hold, in a form that two records can be compared by. */
export function contents(template: Template, doc: Y.Doc): Record<string, string> {
  const held: Record<string, string> = {}
  for (const { slot, scope, placeholder, filled } of completeness(template, doc).slots) {
    const fragment = scope.fragment(slot.key)
    if (!filled || fragment === undefined) held[placeholder] = ''
    else if (slot.form === 'prose')
      held[placeholder] = JSON.stringify(parseProse(proseToMarkdown(fragment, { contained: true })))
    else if (slot.form === 'plain') held[placeholder] = cleanLine(plainText(normalLine(inlineNodes(fragment))))
    else held[placeholder] = JSON.stringify(normalLine(inlineNodes(fragment)))
  }
  return held
}

/** Values for some of a record's slots, as many as asked for, each hostile. */
export const anyFilling: fc.Arbitrary<{ which: number; text: string }[]> = fc.array(
  fc.record({ which: fc.nat(), text: hostileText }),
  { maxLength: 8 },
)

/** Types a filling's characters into the slots of a record. */
export function fillWith(template: Template, doc: Y.Doc, filling: readonly { which: number; text: string }[]): void {
  const { slots } = completeness(template, doc)
  for (const { which, text } of filling) {
    const state = slots[which % Math.max(1, slots.length)]
    const fragment = state?.scope.fragment(state.slot.key)
    if (state === undefined || fragment === undefined) continue
    if (state.slot.form === 'prose' && which % 2 === 0) markdownToProse(text, fragment)
    else writeInline([{ type: 'text', text }], fragment)
    if (which % 3 === 0) setTicked(state.scope, 't1', which % 2 === 0)
  }
}
