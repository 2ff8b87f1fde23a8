import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { proseNodes } from './fragment.js'
import { markdownToProse, parseProse, printProse, proseToMarkdown } from './markdown.js'
import { memoryKey, memoryName } from './memory.js'
import type { ProseOptions } from './options.js'
import { element, mark, type ProseNode, textNode } from './schema.js'
import { imported, importedOnly, newFragment } from './testing/documents.js'
import { samples } from './testing/samples.js'
import { writeProse } from './write.js'

/** The imported Markdown, printed after its top-level blocks were changed. */
function edited(
  markdown: string,
  change: (blocks: ProseNode[]) => readonly ProseNode[],
  options?: ProseOptions,
): string {
  const fragment = imported(markdown)
  writeProse(change(proseNodes(fragment)), fragment)
  return proseToMarkdown(fragment, options)
}

const paragraph = (text: string) => element('paragraph', {}, [textNode(text)])

/** The same node with one text in it replaced. */
function replaced(node: ProseNode, from: string, to: string): ProseNode {
  const text = node.text?.replace(from, to)
  const content = node.content?.map((child) => replaced(child, from, to))
  return { ...node, ...(text !== undefined && { text }), ...(content && { content }) }
}

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

describe('canonical form', () => {
  test.each([
    ['snake_case, 2 * 3, a & b, a < b, ~30 s, (~4), [draft], AT&T #1, C#, 100%, 1.5'],
    ['see https://a.example/b_c?d=e&f, www.a.example. Or (me@a.example)!'],
    ['Wow! It\'s "quoted" — 1–2 → 3 = 4 + 5 | 6 $x$'],
    ['a - b + c. 1) d'],
    ['- \\[x] a'],
    ['1986\\. was a year'],
    ['\\# a\n\\- b\n\\> c\n\\+ d\n1\\) e\n\\=='],
    ['# a # b\n\n## C#\n\n### a \\#'],
    ['a\\*b \\_c\\_ \\`d\\` ~e\\~ \\<b> \\&amp; f\\\\\\* g'],
    ['[a](/b_c(d) "e & f") ![g](<h i>)'],
    ['--- | a\n\\:- | -'],
    ['!\\[a] \\[b](c) \\[^1] \\[a[b]]'],
    ['\\*\\*\n\n\\_\\_\\_\n\n\\~\\~\\~'],
  ])('[M3] %s needs no more escapes than it has', (markdown) => {
    expect(printProse(parseProse(markdown))).toBe(markdown)
  })

  test.each([
    ['* a\n+ b\n\n1) c\n1) d', '- a\n\n* b\n\n1. c\n2. d'],
    ['***\n\n_a_ __b__ ~c~', '---\n\n*a* **b** ~~c~~'],
    ['    code', '```\ncode\n```'],
    ['| a |\n|:-:|\n| b\\|c |', '| a |\n| :-: |\n| b\\|c |'],
    ['Title\n===', '# Title'],
    ['- ***\n- a', '* ---\n* a'],
    ['-\n  -\n    -', '- - *'],
    ['<https://a.example/b> [https://a.example](https://a.example)', 'https://a.example/b https://a.example'],
    ['<mailto:a@b.example> <a@b.example>', '<mailto:a@b.example> a@b.example'],
    [
      '<xy:z> <https://a.example/*b*> (<https://a.example/b>)c',
      '<xy:z> <https://a.example/*b*> (<https://a.example/b>)c',
    ],
    ['999999999. a\n999999999. b', '999999999. a\n999999999. b'],
    ['a\n<div>', 'a\n\n<div>'],
    ['**![a](b)** [](c) ****d**** [![e](f)](g)', '**![a](b)** [](c) ****d**** [![e](f)](g)'],
    ['[a](b)[c](b) *[![d][e]f][e]*\n\n[e]: /g "h"', '[ac](b) *[![d](/g "h")f](/g "h")*\n\n[e]: /g "h"'],
    ['x<a@b.example>y', 'x<a@b.example>y'],
    ['**a[^1] b<br>\\\nc**', '**a[^1] b<br>\\\nc**'],
  ])('[M3] %j is printed as %j', (markdown, canonical) => {
    expect(printProse(parseProse(markdown))).toBe(canonical)
    expect(printProse(parseProse(canonical))).toBe(canonical)
  })

  test('[M3] what an editor makes and Markdown cannot say is said another way', () => {
    const [bold, code, link] = [mark('bold'), mark('code'), mark('link', { href: 'b' })]
    if (!bold || !code || !link) throw new Error('no mark')
    const nodes: [ProseNode, string][] = [
      [element('paragraph', {}, [textNode('a '), textNode(' b ', [bold]), textNode(' c ')]), 'a  **b**  c'],
      [element('paragraph', {}, [textNode('a'), element('hardBreak'), element('hardBreak')]), 'a'],
      [element('paragraph', {}, [textNode('a\n\n  b')]), 'a\nb'],
      [element('heading', { level: 9 }, [textNode('a'), element('hardBreak'), textNode('b\nc')]), '###### a<br>b c'],
      [element('heading', { level: 1 }, [textNode('a'), element('hardBreak'), textNode('b')]), 'a\\\nb\n='],
      [element('orderedList', { start: -3 }, [element('listItem', {}, [paragraph('a')])]), '0. a'],
      [element('taskList', {}, [element('taskItem')]), '- [ ] &#x20;'],
      [
        element('taskList', { loose: true }, [element('taskItem', { checked: true }, [element('horizontalRule')])]),
        '- [x] &#x20;\n\n  ---',
      ],
      [element('bulletList', {}, [element('listItem', {}, [paragraph('a'), element('bulletList')])]), '- a'],
      [element('bulletList', {}, [paragraph('a'), textNode('b')]), '- a\n- b'],
      [element('blockquote'), '>'],
      [element('table'), ''],
      [
        element('codeBlock', { language: 'a`b c', meta: 'd\ne' }, [textNode('```\r\n\u0000\uD800')]),
        '````a&#x60;b&#x20;c d e\n```\n\uFFFD\uFFFD\n````',
      ],
      [element('codeBlock', { meta: 'd' }), '```\n```'],
      [element('paragraph', {}, [element('markdownInline', { source: '<br>' })]), '<br>'],
      [
        element('paragraph', {}, [element('image', { src: '/a\nb', alt: 'c\n d', title: 'e\n\nf' })]),
        '![c d](/ab "e&#xA;&#xA;f")',
      ],
      [element('paragraph', {}, [paragraph('a'), element('markdown', { source: '<b>' })]), 'a<b>'],
      [element('paragraph', {}, [textNode('a]:', [code, link])]), '[`a]:`](b "")'],
      [element('paragraph', {}, [textNode('a', [{ type: 'comment' }])]), 'a'],
      [element('codeBlock', {}, [textNode('a'), element('hardBreak'), textNode('b')]), '```\na\nb\n```'],
      [
        element('paragraph', {}, [textNode('a b', [{ type: 'link', attrs: { href: 'mailto:a b' } }])]),
        '[a b](<mailto:a b>)',
      ],
      [element('mystery', {}, [paragraph('a')]), 'a'],
      [textNode('a'), 'a'],
    ]
    for (const [node, markdown] of nodes) expect(printProse([node])).toBe(markdown)
  })

  test('[M3] what cannot touch in a tight list makes it loose, what can leaves it tight', () => {
    const item = (...content: ProseNode[]) =>
      printProse([element('bulletList', {}, [element('listItem', {}, content)])])
    const quote = element('blockquote', {}, [paragraph('q')])
    const code = element('codeBlock', {}, [textNode('c')])
    const list = (type: string, attrs = {}) => element(type, attrs, [element('listItem', {}, [paragraph('l')])])
    const heading = element('heading', {}, [textNode('h')])
    expect(item(paragraph('a'), heading, paragraph('b'))).toBe('- a\n  # h\n  b')
    expect(item(quote, code, quote, list('bulletList'), code)).toBe(
      '- > q\n  ```\n  c\n  ```\n  > q\n  - l\n  ```\n  c\n  ```',
    )
    expect(item(quote, quote)).toBe('- > q\n\n  > q')
    expect(item(paragraph('a'), list('orderedList', { start: 2 }))).toBe('- a\n\n  2. l')
    expect(item(paragraph('a'), list('orderedList'))).toBe('- a\n  1. l')
    expect(item(list('bulletList'), list('orderedList'))).toBe('- - l\n\n  1. l')
    expect(item(parseProse('| a |\n| - |')[0] ?? code, code)).toBe('- | a |\n  | --- |\n\n  ```\n  c\n  ```')
  })

  test('[M3] text between blocks gets a paragraph of its own', () => {
    expect(printProse([paragraph('a'), textNode('b'), textNode('c'), paragraph('d')])).toBe('a\n\nbc\n\nd')
  })

  test('[M3] Markdown that becomes something else beside its neighbour is text', () => {
    const atom = element('markdownInline', { source: '****[x]****' })
    const nodes = [element('markdown', { source: '[x]: /y' }), element('paragraph', {}, [textNode('a '), atom])]
    const printed = printProse(nodes)
    expect(printed).toContain('[x]: /y')
    expect(printProse(parseProse(printed))).toBe(printed)
  })

  test('[M3] a cell holds one line, whatever was put into it', () => {
    const cell = (...content: ProseNode[]) => element('tableCell', {}, content)
    const code = mark('code')
    if (!code) throw new Error('no mark')
    const table = element('table', {}, [
      element('tableRow', {}, [cell(paragraph('a'), paragraph('b|c')), cell()]),
      element('tableRow', {}, [
        cell(element('bulletList', {}, [element('listItem', {}, [paragraph('d'), paragraph('e\nf')])])),
        cell(element('codeBlock', {}, [textNode('g')]), element('markdown', { source: '<hr>' })),
        cell(element('paragraph', {}, [textNode('h|', [code]), textNode('i '), textNode('j\\|', [code])])),
      ]),
    ])
    expect(printProse([table])).toBe(
      '| a<br>b\\|c | | |\n| --- | --- | --- |\n| d<br>e f | g<br><hr> | `h\\|`i j\\\\\\| |',
    )
  })

  test('[M3] Markdown that was kept as it was is read when somebody edited it', () => {
    const opaque = (source: string) => printProse([element('markdown', { source })])
    expect(opaque('# a\n* b')).toBe('# a\n\n- b')
    expect(opaque('<div>')).toBe('<div>')
    expect(opaque('')).toBe('')
    expect(opaque('> '.repeat(200))).toBe(`\`\`\`markdown\n${'> '.repeat(200)}\n\`\`\``)
    const inline = (source: string) =>
      printProse([element('paragraph', {}, [textNode('a '), element('markdownInline', { source })])])
    expect(inline('__b__')).toBe('a **b**')
    expect(inline('<b\nc>')).toBe('a <b\nc>')
    expect(inline('> '.repeat(200))).toContain('a > > >')
  })

  test('[M3] Markdown that breaks what is around it becomes text', () => {
    const beside = [
      textNode(
        'a',
        [mark('italic')].filter((made) => made !== undefined),
      ),
      element('markdownInline', { source: '****b****' }),
    ]
    expect(printProse([element('paragraph', {}, beside)])).toBe('*a*\\*\\*\\*\\*b\\*\\*\\*\\*')
    const comment = [element('markdownInline', { source: '<!-- b -->' }), textNode(' a')]
    expect(printProse([element('paragraph', {}, comment)])).toBe('\\<!-- b --> a')
    const lines = [textNode('a\n'), element('markdownInline', { source: '<!-- b -->' })]
    expect(printProse([element('paragraph', {}, lines)])).toBe('a <!-- b -->')
  })

  test('[T4] a text that looks like a slot is none', () => {
    expect(printProse([paragraph('{{SLOT_1}} {{ x }} {{x}}')])).toBe('{\\{SLOT_1}} {{ x }} {{x}}')
  })
})

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
