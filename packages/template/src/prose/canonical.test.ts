import { describe, expect, test } from 'vitest'
import { parseProse, printProse } from './markdown.js'
import { element, mark, type ProseNode, textNode } from './schema.js'

const paragraph = (text: string) => element('paragraph', {}, [textNode(text)])

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
