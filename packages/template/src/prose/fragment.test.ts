import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isEmptyProse, proseNodes } from './fragment.js'
import { parseProse, printProse, proseToMarkdown } from './markdown.js'
import { element, mark, type ProseNode, specOf, textNode } from './schema.js'
import { imported, newFragment } from './testing/documents.js'
import { writeProse } from './write.js'

const paragraph = (...content: ProseNode[]) => element('paragraph', {}, content)

/** A fragment of elements as another client writes them. */
function holding(...types: (Y.XmlElement | Y.XmlText)[]): Y.XmlFragment {
  const fragment = newFragment()
  fragment.push(types)
  return fragment
}

function xml(
  name: string,
  attrs: Readonly<Record<string, string | number | boolean>>,
  ...children: (Y.XmlElement | Y.XmlText)[]
): Y.XmlElement {
  const made = new Y.XmlElement(name)
  const attributes: Y.XmlElement<Record<string, string | number | boolean>> = made
  for (const [key, value] of Object.entries(attrs)) attributes.setAttribute(key, value)
  made.insert(0, children)
  return made
}

function text(insert: string, attributes: Readonly<Record<string, unknown>> = {}): Y.XmlText {
  const made = new Y.XmlText()
  made.applyDelta([{ insert, attributes }])
  return made
}

describe('writing', () => {
  test('[M1] makes what the editor makes: elements with typed attributes, one text for a run, marks as formats', () => {
    const fragment = imported('## A **b** [c](/d "e")\n\n2. - [x] f\n\n```js g\nh\n```')
    const heading = fragment.get(0)
    if (!(heading instanceof Y.XmlElement)) throw new Error('no element')
    expect(heading.getAttributes()).toEqual({ level: 2 })
    const [run, ...others] = heading.toArray()
    if (!(run instanceof Y.XmlText)) throw new Error('no text')
    expect(others).toEqual([])
    expect(run.toDelta()).toEqual([
      { insert: 'A ' },
      { insert: 'b', attributes: { bold: {} } },
      { insert: ' ' },
      { insert: 'c', attributes: { link: { href: '/d', title: 'e' } } },
    ])
    expect(fragment.toString()).toContain('<taskitem checked="true"><paragraph>f</paragraph></taskitem>')
    expect(fragment.toString()).toContain('<codeblock language="js" meta="g">h</codeblock>')
  })

  test('[M1] keeps atoms between texts', () => {
    const nodes = [paragraph(textNode('a'), element('hardBreak'), textNode('b'), element('image', { src: '/c' }))]
    const fragment = newFragment()
    writeProse(nodes, fragment)
    expect(proseNodes(fragment)).toEqual(nodes)
  })

  test('[S4] two people who start to type in an empty slot type into the same text', () => {
    const [one, two] = [newFragment(), newFragment()]
    writeProse([], one)
    if (!one.doc || !two.doc) throw new Error('no document')
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
    for (const [fragment, word] of [
      [one, 'left '],
      [two, 'right '],
    ] as const) {
      const block = fragment.get(0)
      const line = block instanceof Y.XmlElement ? block.get(0) : undefined
      if (!(line instanceof Y.XmlText)) throw new Error('no text')
      line.insert(0, word)
    }
    Y.applyUpdate(two.doc, Y.encodeStateAsUpdate(one.doc))
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(two.doc))
    expect(proseNodes(one)).toHaveLength(1)
    expect(proseToMarkdown(one)).toBe(proseToMarkdown(two))
    expect(proseToMarkdown(one)).toMatch(/left right|right left/)
  })
})

describe('reading', () => {
  test('[M1] leaves out default attributes and what the schema does not know', () => {
    const attrs = { colspan: 1, rowspan: 1, align: 'left', 'data-x': 'y' }
    const cell = xml('tableCell', attrs, xml('paragraph', {}, text('a')))
    const fragment = holding(
      xml('table', {}, xml('tableRow', {}, cell)),
      xml('heading', { level: 1 }, text('b')),
      xml('heading', { level: 'two' }, text('c')),
      xml('taskList', { loose: false }, xml('taskItem', { checked: false }, xml('paragraph', {}))),
    )
    expect(proseNodes(fragment)).toEqual([
      element('table', {}, [
        element('tableRow', {}, [element('tableCell', { align: 'left' }, [paragraph(textNode('a'))])]),
      ]),
      { type: 'heading', content: [textNode('b')] },
      { type: 'heading', content: [textNode('c')] },
      { type: 'taskList', content: [{ type: 'taskItem', content: [{ type: 'paragraph' }] }] },
    ])
  })

  test('[M1] takes the marks of y-tiptap, with a hash or without, and no others', () => {
    const bold = mark('bold')
    const link = mark('link', { href: '/a' })
    if (!bold || !link) throw new Error('no mark')
    const formats = {
      'bold--aBcD1234': {},
      link: { href: '/a', target: '_blank', title: null },
      comment: { id: 1 },
      constructor: true,
    }
    const fragment = holding(xml('paragraph', {}, text('a', formats), text('b', { bold: true, link: { href: '/a' } })))
    expect(proseNodes(fragment)).toEqual([paragraph(textNode('ab', [link, bold]))])
  })

  test('[S5] keeps the text of what it does not know', () => {
    const fragment = holding(
      xml('callout', { tone: 'calm' }, xml('paragraph', {}, text('a')), xml('mention', {}, text('b'))),
      xml('paragraph', {}, xml('mention', {}, text('c')), text('d')),
      text('e'),
      xml('constructor', {}, text('f')),
    )
    // Yjs has hooks, but no types to insert one.
    Reflect.apply(fragment.insert, fragment, [3, [new Y.XmlHook('widget')]])
    expect(printProse(proseNodes(fragment))).toBe('a\n\nb\n\ncd\n\nef')
    expect(isEmptyProse(fragment)).toBe(false)
  })

  test('[S5] takes embedded objects for nothing, and code for text without marks', () => {
    const line = text('a')
    const fragment = holding(
      xml('paragraph', {}, line),
      xml('codeBlock', {}, text('b', { bold: {} }), xml('x', {}, text('c')), xml('hardBreak', {})),
    )
    line.insertEmbed(1, { picture: true })
    expect(proseNodes(fragment)).toEqual([paragraph(textNode('a')), element('codeBlock', {}, [textNode('bc')])])
  })

  test('[A6] of a document that nests without end keeps the text and ends', () => {
    const fragment = newFragment()
    let parent: Y.XmlFragment = fragment
    for (let depth = 0; depth < 5_000; depth += 1) {
      const quote: Y.XmlElement = new Y.XmlElement('blockquote')
      parent.insert(0, [quote])
      parent = quote
    }
    parent.insert(0, [new Y.XmlText('deep')])
    const printed = proseToMarkdown(fragment)
    expect(printed.endsWith('> deep')).toBe(true)
    expect(printProse(parseProse(printed))).toBe(printed)
    expect(isEmptyProse(fragment)).toBe(false)
  })
})

describe('emptiness', () => {
  test('[T7] is no text but white space, and nothing that shows without text', () => {
    expect(isEmptyProse(newFragment())).toBe(true)
    expect(isEmptyProse(imported(''))).toBe(true)
    expect(isEmptyProse(holding(xml('paragraph', {}, text(' \n\t'), xml('hardBreak', {}))))).toBe(true)
    expect(isEmptyProse(holding(xml('bulletList', {}, xml('listItem', {}, xml('paragraph', {})))))).toBe(true)
    expect(isEmptyProse(holding(xml('paragraph', {}, text('a'))))).toBe(false)
    expect(isEmptyProse(imported('---'))).toBe(false)
    expect(isEmptyProse(imported('![](a)'))).toBe(false)
    expect(isEmptyProse(imported('<hr>'))).toBe(false)
  })
})

test('[S5] the table of nodes has no name that an object has by itself', () => {
  expect(specOf('constructor')).toBeUndefined()
  expect(specOf('paragraph')?.group).toBe('block')
  expect(mark('constructor')).toBeUndefined()
})
