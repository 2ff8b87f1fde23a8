import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isFilled, trustedValue } from './filled.js'
import type { Slot } from './outline.js'
import { parseInline, writeInline } from './prose/inline.js'
import { textValue } from './values.js'

const slotOf = (form: Slot['form']): Slot => ({ key: 'NAME', form, kind: 'text', label: 'Name', group: null })

function fragmentOf(markdown: string): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('slot:NAME')
  writeInline(parseInline(markdown), fragment)
  return fragment
}

/** Words, marks, and much that stays Markdown. */
const markdown = fc
  .array(
    fc.constantFrom(
      'word',
      ' ',
      '**bold**',
      '`code`',
      '<b>',
      '</b>',
      '<!-- -->',
      '[^1]',
      '![](a.png)',
      '{{NAME}}',
      '\\*',
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

test('[P8] what a slot says can be told without a parser, and is what it prints', () => {
  fc.assert(
    fc.property(markdown, fc.constantFrom<Slot['form']>('inline', 'plain'), (text, form) => {
      const given = [slotOf(form), fragmentOf(text), '{{NAME}}'] as const
      expect(trustedValue(...given)).toEqual(textValue(...given))
      expect(isFilled(...given)).toBe(textValue(...given) !== null)
    }),
    { numRuns: 500 },
  )
})

test('[P8] nothing, and a slot’s own placeholder, fill no slot', () => {
  expect(isFilled(slotOf('inline'), undefined, '{{NAME}}')).toBe(false)
  expect(isFilled(slotOf('inline'), fragmentOf('{{NAME}}'), '{{NAME}}')).toBe(false)
  expect(isFilled(slotOf('prose'), undefined, '{{NAME}}')).toBe(false)
  expect(isFilled(slotOf('prose'), fragmentOf('word'), '{{NAME}}')).toBe(true)
})
