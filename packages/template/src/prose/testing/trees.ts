import fc from 'fast-check'
import { element, mark, type ProseMark, type ProseNode, textNode } from '../schema.js'

/** Words and characters that mean something to Markdown somewhere. */
export const hostileWords = [
  'word',
  'snake_case',
  '*',
  '**',
  '_',
  '__',
  '~',
  '~~',
  '~30',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '[x]',
  '[draft]',
  '](',
  '![',
  '<',
  '>',
  '<b>',
  '</b>',
  '<!--',
  '-->',
  '<script>',
  '&',
  '&amp;',
  '&#35;',
  '\\',
  '|',
  '\\|',
  '#',
  '##',
  '-',
  '---',
  '+',
  '1.',
  '1)',
  '=',
  '===',
  '```',
  '~~~',
  ':',
  ':-:',
  '|-|',
  '"',
  "'",
  '{{X}}',
  '{{',
  '$$',
  '[^1]',
  '[^1]:',
  '[a]: b',
  'https://a.example/b_c',
  'www.a.example',
  'a@b.example',
  'é',
  '日本',
  '“',
  '—',
  '\u00A0',
  '\u202E',
  '\u2066',
  '\u2069',
  '\uD800',
  '😀',
  '\t',
  '  ',
  ' ',
  '\n',
  '\n\n',
  '\r',
  '\u0000',
  '\u001B',
  '\u2028',
  '.',
  '!',
  '@',
  ',',
]

const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('a', 'word', ' ', 'b ', ' c', '1') },
      { weight: 2, arbitrary: fc.constantFrom(...hostileWords) },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((words) => words.join(''))

const address = fc.oneof(
  fc.constantFrom('https://a.example/b', '/a b', 'a(b', '', '<x>', 'javascript:x', '#', 'a)"', 'x\\', '&amp;', 'a|b'),
  text,
)

const marks = fc
  .tuple(
    fc.subarray(['italic', 'bold', 'strike', 'code']),
    fc.option(fc.record({ href: address, title: fc.option(text, { nil: null }) }), { nil: undefined, freq: 4 }),
  )
  .map(([names, link]) =>
    [...names.map((name) => mark(name)), link && mark('link', link)].filter(
      (made): made is ProseMark => made !== undefined,
    ),
  )

const plainText = text.map((value) => textNode(value))
const source = fc.constantFrom(
  '<b>',
  '</b>',
  '<!-- c -->',
  '[^1]',
  '****a****',
  '[![a](b)](c)',
  '<br>',
  'plain',
  '*a',
  '',
  '[](x)',
)

const inline: fc.Arbitrary<ProseNode> = fc.oneof(
  { weight: 6, arbitrary: plainText },
  { weight: 5, arbitrary: fc.tuple(text, marks).map(([value, made]) => textNode(value, made)) },
  { weight: 1, arbitrary: fc.constant(element('hardBreak')) },
  {
    weight: 1,
    arbitrary: fc.record({ src: address, alt: text, title: fc.option(text) }).map((attrs) => element('image', attrs)),
  },
  { weight: 1, arbitrary: source.map((value) => element('markdownInline', { source: value })) },
)

/** Inline content of any kind. */
export const inlineContent = fc.array(inline, { maxLength: 6 })

const blockSource = fc.constantFrom(
  '<div>',
  '<div>\n\n</div>',
  '<!-- open',
  '<script>',
  '[a]: /b',
  '[^1]: note',
  '# heading',
  'text',
  '- a\n- b',
  '```\nopen',
  '',
  '<b>x</b>',
  '<?php',
  '| a |\n|-|',
)

const { blocks } = fc.letrec<{ blocks: ProseNode[]; block: ProseNode; item: ProseNode }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4 }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inlineContent.map((content) => element('paragraph', {}, content)),
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), inlineContent)
      .map(([level, content]) => element('heading', { level }, content)),
    fc
      .tuple(fc.constantFrom('js', '', 'a b', '`', '~'), fc.option(text), text)
      .map(([language, meta, value]) => element('codeBlock', { language, meta }, [textNode(value)])),
    fc.constant(element('horizontalRule')),
    blockSource.map((value) => element('markdown', { source: value })),
    fc
      .tuple(
        fc.constantFrom('bulletList', 'taskList', 'orderedList'),
        fc.record({ loose: fc.boolean(), start: fc.constantFrom(0, 1, 2, 7, 999_999_999) }),
        fc.array(tie('item'), { maxLength: 3 }),
      )
      .map(([type, attrs, items]) => element(type, attrs, items)),
    tie('blocks').map((content) => element('blockquote', {}, content)),
    fc
      .array(fc.array(fc.tuple(fc.constantFrom(null, 'left', 'right', 'center'), inlineContent), { maxLength: 3 }), {
        maxLength: 3,
      })
      .map((rows) =>
        element(
          'table',
          {},
          rows.map((cells) =>
            element(
              'tableRow',
              {},
              cells.map(([align, content]) => element('tableCell', { align }, [element('paragraph', {}, content)])),
            ),
          ),
        ),
      ),
  ),
  item: fc
    .tuple(fc.constantFrom('listItem', 'taskItem'), fc.option(fc.boolean(), { freq: 2 }), tie('blocks'))
    .map(([type, checked, content]) => element(type, { checked }, content)),
}))

/** Documents of any kind, well-formed or not. */
export const proseTree = blocks
