import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { proseNodes } from './fragment.js'
import { markdownToProse, parseProse, proseToMarkdown } from './markdown.js'
import { memoryKey, memoryName } from './memory.js'
import { element, type ProseNode, textNode } from './schema.js'
import { edited, imported, importedOnly, newFragment, replaced } from './testing/documents.js'
import { samples } from './testing/samples.js'

const paragraph = (text: string) => element('paragraph', {}, [textNode(text)])

describe('untouched text', () => {
  test.each(Object.entries(samples))('[M2] %s comes out byte for byte', (_name, markdown) => {
    expect(proseToMarkdown(imported(markdown))).toBe(markdown)
  })

  test.each([
    '* a\n* b\n\n+ c',
    'Heading\n=======\ntext',
    '***\n___\n- - -',
    '~~~\ncode\n~~~',
    '    indented code',
    '__bold__ and _italic_',
    '1) a\n1) b',
    'a  \nb',
    '# a #\nb',
    ' * a\n\n\n\n * b',
    '[a]\n\n[a]: /b "c"',
    '```\nopen',
    '<!-- open',
    '|a|b|\n|-|-|\n|1|2|3|',
    'a\\\nb  ',
    '&copy; &#35;',
    '> a\nb\n> c',
    '[foo]: /url\n\tfoo\n===\nbar',
    '\tfoo\n      \nbar',
    '[a]: /b\n    [c]: /d "e"\n\tf',
    '   1.  a\n</script>',
  ])('[M2] %j comes out byte for byte, whatever its style', (markdown) => {
    expect(proseToMarkdown(imported(markdown))).toBe(markdown)
  })

  test('[M2] blank lines before and after a text are not part of it', () => {
    expect(proseToMarkdown(imported('\n \n\ta\n\n\n'))).toBe('\ta')
    expect(proseToMarkdown(imported('\n\n  a  \n \n'))).toBe('  a  ')
    expect(proseToMarkdown(imported(' \n\n'))).toBe('')
  })

  test('[M2] a byte order mark and foreign line ends are not part of it', () => {
    expect(proseToMarkdown(imported('\uFEFFa\r\n\r\nb\rc'))).toBe('a\n\nb\nc')
  })
})

describe('edited text', () => {
  test.each(Object.entries(samples))('[M2] a paragraph added to %s changes nothing else', (_name, markdown) => {
    expect(edited(markdown, (blocks) => [...blocks, paragraph('Added.')])).toBe(`${markdown}\n\nAdded.`)
    expect(edited(markdown, (blocks) => [paragraph('Added.'), ...blocks])).toBe(`Added.\n\n${markdown}`)
  })

  test('[M2] editing one block changes that block only', () => {
    const before = '* a_b\n* c\n***\nTitle\n===\n__text__\n\n\n\n~~~\ncode\n~~~'
    const after = '* a_b\n* c\n***\nTitle\n===\n__changed__\n\n\n\n~~~\ncode\n~~~'
    expect(edited(before, (blocks) => blocks.map((block) => replaced(block, 'text', 'changed')))).toBe(after)
  })

  test('[M2] repeated blocks keep each its own lines', () => {
    expect(
      edited('***\n\na\n\n---\n\nb\n\n___', ([, a, , ...rest]) => [a, ...rest].filter((block) => block !== undefined)),
    ).toBe('a\n\nb\n\n___')
    expect(edited('***\n\n***\n\n---', (blocks) => [...blocks, ...blocks])).toBe(
      '***\n\n***\n\n---\n\n---\n\n---\n\n---',
    )
  })

  test('[M2] a moved block keeps its lines', () => {
    expect(edited('* a\n\n__b__\n\nc', ([a, b, c]) => [b, a, c].filter((block) => block !== undefined))).toBe(
      '__b__\n\n* a\n\nc',
    )
  })

  test('[M2] a block put between two that were on adjacent lines is set apart from both', () => {
    expect(edited('# a\nb', ([a, ...rest]) => [a ?? paragraph(''), paragraph('x'), ...rest])).toBe('# a\n\nx\n\nb')
  })

  test('[M2] a gap that no longer separates is not used', () => {
    const heading = element('heading', { level: 2 }, [textNode('b')])
    expect(edited('# a\n```\nb\n```', ([, code]) => [paragraph('a'), code ?? heading])).toBe('a\n\n```\nb\n```')
    expect(
      edited('a\n***\nb', ([a, , b]) => [a, element('horizontalRule'), b].filter((block) => block !== undefined)),
    ).toBe('a\n***\nb')
  })

  test.each([
    ['* a\n* b\n\n  c\n*   d', 'd', 'x', '* a\n* b\n\n  c\n* x'],
    ['+ a\n+ b\n+ c', 'b', 'x', '+ a\n+ x\n+ c'],
    ['1) a\n2) b\n3) c', 'b', 'x', '1) a\n2) x\n3) c'],
    ['1. a\n1. b\n1. c', 'b', 'x', '1. a\n1. x\n1. c'],
    ['- [ ] a\n- [X] b', 'a', 'x', '- [ ] x\n- [X] b'],
    ['- a\n\n- b\n\n\n- c', 'c', 'x', '- a\n\n- b\n\n\n- x'],
    ['|a|b|\n|:-|-|\n|1|2|\n|3|4|', '4', 'x', '|a|b|\n|:-|-|\n|1|2|\n| 3 | x |'],
    ['|a|b|\n|:-|-|\n|1|2|', 'a', 'x', '| x | b |\n| :-- | --- |\n| 1 | 2 |'],
    ['_a_ __b__', 'a', 'x', '_x_ __b__'],
    ['A\n=', 'A', 'Xyz', 'Xyz\n==='],
    ['~~~js\na\n~~~', 'a', 'x', '~~~js\nx\n~~~'],
    ['> * a', 'a', 'x', '> * x'],
  ])('[M2] %j stays in the style of its author', (before, from, to, after) => {
    expect(edited(before, (blocks) => blocks.map((block) => replaced(block, from, to)))).toBe(after)
  })

  test('[M2] an item added to a list and one taken out leave the others as they were', () => {
    const change = (pick: (items: readonly ProseNode[]) => readonly ProseNode[]) =>
      edited('1) __a__\n2) __b__\n3) __c__', ([list]) => (list ? [{ ...list, content: pick(list.content ?? []) }] : []))
    expect(change((items) => [...items, element('listItem', {}, [paragraph('d')])])).toBe(
      '1) __a__\n2) __b__\n3) __c__\n4) d',
    )
    expect(change(([a, , c]) => [a, c].filter((item) => item !== undefined))).toBe('1) __a__\n3) __c__')
  })

  test('[M2] rows added to a table and taken out leave the others as they were', () => {
    const row = element('tableRow', {}, [element('tableCell', {}, [paragraph('x')])])
    expect(
      edited('|a|\n|-|\n|1|\n|2|', ([table]) =>
        table ? [{ ...table, content: [...(table.content ?? []), row] }] : [],
      ),
    ).toBe('|a|\n|-|\n|1|\n|2|\n| x |')
  })

  test('[M2] an item whose neighbours became loose is printed anew', () => {
    const loose = edited('* a\n* b', ([list]) => (list ? [{ ...list, attrs: { loose: true } }] : []))
    expect(loose).toBe('* a\n\n* b')
  })

  test('[M2] a list that got two paragraphs in one item becomes loose', () => {
    const two = element('listItem', {}, [paragraph('a'), paragraph('b')])
    expect(edited('- x\n- y', ([list]) => (list ? [{ ...list, content: [two, ...(list.content ?? [])] }] : []))).toBe(
      '- a\n\n  b\n- x\n- y',
    )
  })
})

describe('memory', () => {
  const markdown = '* a\n* b\n\n__c__'
  const canonical = '- a\n- b\n\n**c**'

  test('[M2] is the text itself, under the name of a root fragment', () => {
    const fragment = imported(`\n${markdown}\n`)
    expect(fragment.doc?.getMap(memoryName).toJSON()).toEqual({ PROSE: markdown })
  })

  test('[M2] of a nested fragment is under its place in the document', () => {
    const doc = new Y.Doc()
    const fragment = new Y.XmlFragment()
    doc.getMap('group').set('slot', fragment)
    markdownToProse(markdown, fragment)
    expect(memoryKey(fragment)).toBe(`${doc.clientID}:0`)
    expect(doc.getMap(memoryName).get(memoryKey(fragment))).toBe(markdown)
    expect(proseToMarkdown(fragment)).toBe(markdown)
  })

  test('[M2] when it is gone, the canonical form is printed', () => {
    expect(proseToMarkdown(importedOnly(markdown))).toBe(canonical)
  })

  test.each([
    ['of another text', 'something else'],
    ['that is no text', 7],
    ['that cannot be read', '> '.repeat(200)],
    ['that swallows what follows', '* a\n* b\n\n<!--\n\n__c__'],
    ['with a definition of what is a word', '* a\n* b\n\n[c]: /evil'],
  ])('[M2] %s does no harm', (_name, forged) => {
    const fragment = imported(markdown)
    fragment.doc?.getMap(memoryName).set('PROSE', forged)
    expect(parseProse(proseToMarkdown(fragment))).toEqual(proseNodes(fragment))
  })

  test('[M2] whose lines would mean something else in the new place is not used there', () => {
    const text = '[a]\n\n[a]: /b'
    expect(edited(text, ([link]) => (link ? [link] : []))).toBe('[a](/b)')
    expect(edited(text, (blocks) => [element('markdown', { source: '[a]: /c' }), ...blocks])).toBe(
      '[a]: /c\n\n[a](/b)\n\n[a]: /b',
    )
  })

  test('[T8] replicas print the same, in whatever order they met', () => {
    const [one, two] = [imported(samples.summary ?? ''), newFragment()]
    const docs = [one.doc, two.doc].filter((doc) => doc !== null)
    const [first, second] = docs
    if (!first || !second) throw new Error('a fragment without a document')
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
    for (const [index, fragment] of [one, two].entries()) {
      const block = fragment.get(index)
      if (!(block instanceof Y.XmlElement)) throw new Error('no element')
      const added = new Y.XmlElement('paragraph')
      fragment.insert(index * 2, [added])
      added.insert(0, [new Y.XmlText(`by ${index}`)])
    }
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first))
    Y.applyUpdate(first, Y.encodeStateAsUpdate(second))
    expect(proseToMarkdown(one)).toBe(proseToMarkdown(two))
    expect(proseToMarkdown(one)).toContain('by 0\n\nA token-bucket limiter')
  })
})
