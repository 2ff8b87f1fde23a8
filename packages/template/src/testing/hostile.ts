import fc from 'fast-check'

/** Values that try to be something else: markup, YAML, HTML, other slots, invisible characters. */
export const hostileTexts: readonly string[] = [
  '---', '***', '===', '# heading', 'x #', '## x ##', '- item', '+ item', '1. one', '2) two', '> quote', '```', '~~~', '    code',
  '"', "'", '"double" and \'single\'', 'a: b', 'a #b', '[a, b]', '{a: b}', '&anchor', '*alias', '!tag', '| block', '%YAML', '@at', '`tick',
  ']( )', '](x)', ')', '(', '((', '))', '[x](y)', '![x](y)', '[x]: y', '[^1]: y', '[ ] x', '[x] x', '[✅] x', 'done ✅', '✅',
  '`code`', '``', '`a', 'a`', '*a*', '**', '_a_', '~~a~~', '~a~', 'snake_case_name', '2 * 3 * 4', '<b>bold</b>', '<script>alert(1)</script>',
  '<!--', '-->', '--', '-', '->', '<![CDATA[', ']]>', '<?php', '<a href="x', 'a < b && b > c', '&amp;', '&#45;', '&#x2d;', '&copy;', '&',
  'a|b', '|', '\\', '\\|', '\\\\', 'a\\', '{{X}}', '{{A_B}}', '}}', '{{', '{{X}} {{Y}}', 'https://example.com/a_b(c)?d=e&f=*g*',
  'see https://example.com.', 'www.example.com', 'me@example.com', ' to ', ' - Completed ', 'a - Completed b (c)', ' (', '; and ', ': ',
  'line\nbreak', 'a\r\nb', 'tab\there', '\u0000nul', '\u202Ereversed', '\u2066isolate', 'lone \uD800 surrogate', '\uFEFFbom', '\u00A0nbsp\u00A0',
  '\u2028ls', 'é', 'e\u0301', '日本語', '👩‍👩‍👧', 'null', 'true', '1.0', '~', '2026-10-30', 'N/A', '—', ' padded ', 'a  b', '$$x$$', ':::', '{#id}', '0', 'x'.repeat(300),
]

const fragments = ['a', 'b', ' ', '-', '*', '_', '`', '[', ']', '(', ')', '<', '>', '&', ';', '#', '|', '\\', '"', "'", ':', '!', '~', '=', '+', '1', '.', '{{', '}}', '\n', '✅', ' to ', ' - Completed ', '---', '```', '<!--', '-->', '](', '&#', 'http://', 'é', '\u202E', '\uD800']

/** One hostile text: a known one, several in a row, or a heap of dangerous pieces. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...hostileTexts), fc.constantFrom(...hostileTexts)).map(([a, b]) => `${a} ${b}`) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
)
