import { describe, expect, test } from 'vitest'
import { isBareLink } from './bare.js'
import { inlineNodes, inlineToMarkdown, linkified, normalLine, parseInline, plainText, writeInline } from './inline.js'
import { element, mark, type ProseNode, textNode } from './schema.js'
import { newFragment } from './testing/documents.js'
import { writeProse } from './write.js'

const paragraph = (...content: ProseNode[]) => element('paragraph', {}, content)
const marked = (text: string, ...names: string[]) =>
  textNode(
    text,
    names.flatMap((name) => mark(name) ?? []),
  )
const linked = (text: string, href: string, title?: string) =>
  textNode(
    text,
    [mark('link', { href, title })].filter((made) => made !== undefined),
  )

describe('the content of a one-line slot', () => {
  test('[T4] is one line, whatever the editor made of it', () => {
    const fragment = newFragment()
    writeProse(
      [paragraph(textNode('a\n b'), element('hardBreak'), textNode('c')), paragraph(), paragraph(marked('d', 'bold'))],
      fragment,
    )
    expect(inlineNodes(fragment)).toEqual([textNode('a b c  '), marked('d', 'bold')])
    expect(plainText(inlineNodes(fragment))).toBe('a b c  d')
  })

  test('[T3] is written into one paragraph, which an empty one has too', () => {
    const fragment = newFragment()
    writeInline([textNode('a '), marked('b', 'code')], fragment)
    expect(fragment.toString()).toBe('<paragraph>a <code>b</code></paragraph>')
    writeInline([], fragment)
    expect(fragment.toJSON()).toBe('<paragraph></paragraph>')
    expect(fragment.get(0)).toMatchObject({ length: 1 })
    expect(inlineNodes(fragment)).toEqual([])
  })

  test('[T3] as plain text is its words, and the description of an image', () => {
    const image = element('image', { src: '/a', alt: 'logo' })
    const comment = element('markdownInline', { source: '<!-- x -->' })
    expect(plainText([textNode('a '), image, element('hardBreak'), comment, marked('b', 'bold')])).toBe('a logo b')
  })
})

describe('reading a line', () => {
  test.each([
    ['# a', '# a'],
    ['- a', '- a'],
    ['1. a', '1. a'],
    ['> a', '> a'],
    ['    a', 'a'],
    ['```', '```'],
    ['---', '---'],
    ['| a |', '| a |'],
    ['a #', 'a #'],
    ['##', '##'],
    ['<div>', ''],
    ['[a]: b', '[a]: b'],
    ['[x] a', '[x] a'],
    ['a\\', 'a\\'],
    ['', ''],
    [' \t ', ''],
  ])('[T4] %j begins no block', (markdown, text) => {
    expect(plainText(parseInline(markdown))).toBe(text)
  })

  test('[T3] knows marks, links, code, addresses, footnotes and HTML', () => {
    expect(parseInline('**a** `b` [c](/d "e") https://f.example [^1] <kbd>')).toEqual([
      marked('a', 'bold'),
      textNode(' '),
      marked('b', 'code'),
      textNode(' '),
      linked('c', '/d', 'e'),
      textNode(' '),
      linked('https://f.example', 'https://f.example'),
      textNode(' '),
      element('markdownInline', { source: '[^1]' }),
      textNode(' '),
      element('markdownInline', { source: '<kbd>' }),
    ])
  })

  test('[T3] takes line ends for spaces, and knows the pipes of a cell', () => {
    expect(parseInline('a\nb\\\nc\r\nd')).toEqual([textNode('a b c d')])
    expect(parseInline('`a \\| b` \\|', { cell: true })).toEqual([marked('a | b', 'code'), textNode(' |')])
    expect(parseInline('`a \\| b`')).toEqual([marked('a \\| b', 'code')])
  })
})

describe('printing a line', () => {
  test.each<[string, ProseNode[], string]>([
    ['plain text', [textNode('Gateway team, 3 people (EU)')], 'Gateway team, 3 people (EU)'],
    ['marks', [textNode('a '), marked('b', 'bold', 'italic'), marked('c ', 'code')], 'a ***b***`c `'],
    ['an address', [textNode('see https://a.example/b_c')], 'see https://a.example/b_c'],
    ['an address that is a link', [linked('https://a.example', 'https://a.example')], 'https://a.example'],
    ['a break', [textNode('a'), element('hardBreak'), textNode('b')], 'a b'],
    ['an HTML break', [textNode('a'), element('markdownInline', { source: '<br>' })], 'a<br>'],
    ['a paragraph', [paragraph(textNode('a'))], 'a'],
    ['control characters', [textNode('a\u0000\u001Bb\u0085c')], 'abc'],
    ['half a surrogate', [textNode('a\uD800b')], 'a\uFFFDb'],
    ['open directions', [textNode('\u202Ea\u2066b'), marked('c', 'bold')], '\u202Ea\u2066b**c**\u2069\u202C'],
    ['closed directions', [textNode('\u2067a\u2069\u2069b\u202C')], '\u2067a\u2069b'],
    ['line separators', [textNode('a\u2028b\u2029c\nd')], 'a b c d'],
    ['a slot', [textNode('{{A_1}}')], '{\\{A_1}}'],
    ['a number sign at the end', [textNode('a #')], 'a \\#'],
    ['nothing', [], ''],
  ])('[T4] %s', (_name, nodes, markdown) => {
    expect(inlineToMarkdown(nodes)).toBe(markdown)
  })

  test.each([
    ['- a', '\\- a'],
    ['# a', '\\# a'],
    ['1. a', '1\\. a'],
    ['> a', '\\> a'],
    ['[x] a', '\\[x] a'],
    ['a - b', 'a - b'],
  ])('[T4] %j opens no block at the start of a line', (text, markdown) => {
    expect(inlineToMarkdown([textNode(text)], { atBreak: true })).toBe(markdown)
    expect(inlineToMarkdown([textNode(text)])).toBe(text)
  })

  test('[T4] HTML that would be a block at the start of a line is text', () => {
    expect(inlineToMarkdown([element('markdownInline', { source: '<b>' })], { atBreak: true })).toBe('\\<b>')
    expect(inlineToMarkdown([element('markdownInline', { source: '<b>' }), textNode('a')], { atBreak: true })).toBe(
      '<b>a',
    )
  })

  test('[T4] what stands around is minded', () => {
    const [text, mention] = [[textNode('a [b] c*')], [textNode('x !')]]
    expect(inlineToMarkdown(text, { before: '[', after: '](' })).toBe('a \\[b\\] c\\*')
    expect(inlineToMarkdown(text, { before: '(', after: ')' })).toBe('a [b] c\\*')
    expect(inlineToMarkdown(mention, { after: '[y]' })).toBe('x \\!')
    expect(inlineToMarkdown([textNode('a &amp')], { after: ';' })).toBe('a \\&amp')
    expect(inlineToMarkdown([textNode('a|b \\|')], { cell: true })).toBe('a\\|b \\\\\\|')
    expect(inlineToMarkdown([marked('a|b', 'code')], { cell: true })).toBe('`a\\|b`')
  })

  test('[M3] what cannot stand beside its neighbour is text', () => {
    const beside = [marked('a', 'italic'), element('markdownInline', { source: '****b****' })]
    expect(inlineToMarkdown(beside)).toBe('*a*\\*\\*\\*\\*b\\*\\*\\*\\*')
  })

  test('[M4] what is too large to be read again is still printed', () => {
    expect(inlineToMarkdown([textNode('a_ '.repeat(100_000))])).toMatch(/^a\\_ a\\_/)
    expect(inlineToMarkdown([element('markdownInline', { source: 'a*'.repeat(20_000) })])).toMatch(/^a\\\*a\\\*/)
  })
})

describe('addresses', () => {
  test.each([
    ['https://a.example', 'https://a.example'],
    ['See https://a.example/b_c?d=e&f=g#h, please.', 'https://a.example/b_c?d=e&f=g#h'],
    ['(http://a.example:80/b)', 'http://a.example:80/b'],
    ['www.a.example!', 'http://www.a.example'],
    ['mail me.too+x@a.example.', 'mailto:me.too+x@a.example'],
  ])('[T5] %j has one', (text, href) => {
    const nodes = linkified(text)
    expect(plainText(nodes)).toBe(text)
    expect(nodes.flatMap(({ marks = [] }) => marks)).toEqual([{ type: 'link', attrs: { href } }])
    expect(inlineToMarkdown(nodes)).toBe(text)
    expect(normalLine(parseInline(text))).toEqual([textNode(text)])
  })

  test.each(['', 'a', 'xhttps://a.example', 'https://a.example]', 'https://localhost', 'a@b', 'https://a.example/*b*'])(
    '[T5] %j has none that needs no markup',
    (text) => {
      expect(linkified(text)).toEqual(text === '' ? [] : [textNode(text)])
    },
  )

  test('[T5] an address is bare only where it stands alone', () => {
    const link = linked('https://a.example', 'https://a.example')
    expect(isBareLink([link], 0)).toBe(true)
    expect(isBareLink([textNode('see '), link, textNode('.')], 1)).toBe(true)
    expect(isBareLink([link, textNode('b')], 0)).toBe(false)
    expect(isBareLink([link, marked('b', 'bold')], 0)).toBe(false)
    expect(isBareLink([linked('https://a.example', 'https://b.example')], 0)).toBe(false)
    expect(isBareLink([linked('https://a.example', 'https://a.example', 'title')], 0)).toBe(false)
    expect(isBareLink([], 0)).toBe(false)
  })
})
