import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { markdownToProse, parseProse, printProse, proseToMarkdown } from './markdown.js'
import { element, textNode } from './schema.js'
import { edited, imported, replaced } from './testing/documents.js'
import { writeProse } from './write.js'

const paragraph = (text: string) => element('paragraph', {}, [textNode(text)])

describe('a place in a file', () => {
  test('[T4] HTML and code that are open are closed before something follows', () => {
    const open = [
      '<!-- a',
      '<script>\na',
      '<pre>',
      '<style>',
      '<textarea>',
      '<?php',
      '<![CDATA[',
      '<!DOCTYPE',
      '```\na',
      '~~~~\na',
    ]
    for (const markdown of open) {
      const contained = proseToMarkdown(imported(markdown), { contained: true })
      expect(parseProse(`${contained}\n\nend`).at(-1)).toEqual(paragraph('end'))
      expect(proseToMarkdown(imported(markdown))).toBe(markdown)
    }
  })

  test('[T4] what is closed stays as it is', () => {
    for (const markdown of ['<!-- a -->', '```\na\n```', '<div>', '- ```\n  a', '* a']) {
      expect(proseToMarkdown(imported(markdown), { contained: true })).toBe(markdown)
    }
  })

  test('[T4] open HTML is closed before another block, in lists and quotes too', () => {
    expect(edited('<!-- a', (blocks) => [...blocks, paragraph('b')])).toBe('<!-- a\n-->\n\nb')
    const quote = element('blockquote', {}, [element('markdown', { source: '<!-- a' }), paragraph('b')])
    expect(printProse([quote])).toBe('> <!-- a\n> -->\n>\n> b')
  })

  test('[T4] lists at both ends take the markers that keep them apart from their neighbours', () => {
    expect(proseToMarkdown(imported('- a\n\nb\n\n1. c'), { bullet: '*', ordered: ')' })).toBe('* a\n\nb\n\n1) c')
    expect(proseToMarkdown(imported('- a\n\n- b\n\nc'), { bullet: '-' })).toBe('- a\n\n- b\n\nc')
    expect(proseToMarkdown(imported('+ a\n\nb\n\n+ c\n\nd\n\n+ e'), { bullet: '-' })).toBe(
      '- a\n\nb\n\n+ c\n\nd\n\n- e',
    )
    expect(edited('* a\n* b', ([list]) => (list ? [replaced(list, 'a', 'x')] : []), { bullet: '+' })).toBe('+ x\n+ b')
  })

  test('[T4] lists that follow one another never merge', () => {
    const list = (text: string) => element('bulletList', {}, [element('listItem', {}, [paragraph(text)])])
    expect(printProse([list('a'), list('b'), list('c')])).toBe('- a\n\n* b\n\n- c')
    expect(edited('- a', (blocks) => [list('x'), ...blocks, list('y')])).toBe('* x\n\n- a\n\n* y')
    const numbered = element('orderedList', {}, [element('listItem', {}, [paragraph('a')])])
    expect(printProse([numbered, numbered])).toBe('1. a\n\n1) a')
    expect(edited('1. x\n\n1) y', ([one, ...two]) => [...(one ? [one] : []), numbered, ...two])).toBe(
      '1. x\n\n1) a\n\n1. y',
    )
  })

  test('[T4] three dashes cannot open front matter', () => {
    expect(proseToMarkdown(imported('---\n\na\n\n---'), { rule: '***' })).toBe('***\n\na\n\n---')
    expect(proseToMarkdown(imported('___'), { rule: '***' })).toBe('___')
    expect(proseToMarkdown(imported('a'), { rule: '---' })).toBe('a')
  })
})

describe('large and small', () => {
  test('[M4] what is too large to be read again is still printed', () => {
    const fragment = imported('a')
    writeProse([paragraph('b_ '.repeat(100_000)), paragraph('c')], fragment)
    const printed = proseToMarkdown(fragment)
    expect(printed.startsWith('b\\_ b\\_')).toBe(true)
    expect(printed.endsWith('\n\nc')).toBe(true)
  })

  test('[M1] a fragment outside of a document holds prose, and remembers nothing', () => {
    const fragment = new Y.XmlFragment()
    markdownToProse('* a', fragment)
    const doc = new Y.Doc()
    doc.getMap('late').set('slot', fragment)
    expect(proseToMarkdown(fragment)).toBe('- a')
  })

  test('[M1] an empty text is an empty fragment', () => {
    const fragment = imported('')
    expect(fragment.toString()).toBe('<paragraph></paragraph>')
    expect(proseToMarkdown(fragment)).toBe('')
  })
})
