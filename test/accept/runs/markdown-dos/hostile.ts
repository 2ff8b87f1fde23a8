import { implementationRecord } from '@colophon/template'
import * as prng from 'lib0/prng'

/** A file that is slow to read for some reader of Markdown. */
export interface Hostile {
  readonly name: string
  /** @param size how long it is, roughly, in bytes. */
  make(size: number): string
}

export function hostileFiles(chance: prng.PRNG): readonly Hostile[] {
  return [
    repeated('quotes in quotes', '>'),
    repeated('lists in lists', '- '),
    repeated('numbered lists in lists', '1. '),
    repeated('open brackets', '['),
    repeated('open images', '!['),
    repeated('open links', '[a]('),
    repeated('open emphasis', '*a '),
    repeated('emphasis of two kinds', '*a_ '),
    repeated('strong and not', '**x*'),
    repeated('open backticks', '`a``b```c'),
    repeated('struck out', '~a '),
    repeated('open HTML', '<a '),
    repeated('open comments', '<!-- '),
    repeated('open instructions', '<?'),
    repeated('backslashes', '\\'),
    repeated('entities', '&quot;'),
    repeated('entities that are none', '&x'),
    repeated('autolinks', 'www.a.b/( '),
    repeated('addresses', 'a@b.'),
    repeated('footnotes', '[^1] '),
    repeated('placeholders', '{{A}}'),
    repeated('open placeholders', '{{'),
    repeated('headings', '# a\n'),
    repeated('rules', '***\n'),
    repeated('front matter', '---\n'),
    repeated('tasks', '- [x] a\n'),
    repeated('empty lines', '\n'),
    repeated('carriage returns', '\r'),
    repeated('tabs', '\t'),
    repeated('zero bytes', '\0'),
    repeated('marks of direction', '\u202e'),
    repeated('accents', 'e\u0301'),
    { name: 'brackets in every slot', make: everywhere },
    { name: 'one long line', make: (size) => filled('x'.repeat(size)) },
    { name: 'steps of indentation', make: (size) => filled(steps(size, (depth) => `${'  '.repeat(depth)}- a\n`)) },
    { name: 'steps of quotes', make: (size) => filled(steps(size, (depth) => `${'>'.repeat(depth)} a\n`)) },
    { name: 'steps of backticks', make: (size) => filled(steps(size, (depth) => `${'`'.repeat(depth)} `)) },
    {
      name: 'definitions that are asked for',
      make: (size) => filled('[a]: b\n'.repeat(size / 20) + '[a] '.repeat(size / 10)),
    },
    { name: 'a table of many columns', make: (size) => filled(table(Math.sqrt(size / 4), Math.sqrt(size / 4))) },
    { name: 'a table of many rows', make: (size) => filled(table(2, size / 8)) },
    {
      name: 'the template again and again',
      make: (size) => implementationRecord.repeat(size / implementationRecord.length),
    },
    { name: 'the template’s lines in any order', make: (size) => shuffled(size, chance) },
    { name: 'random text', make: (size) => filled(prng.utf16String(chance, size / 3).replaceAll('\uFFFD', '')) },
  ]
}

/** A long record that people did write: five slots of paragraphs, lists, code and tables. */
export function honestFile(size: number): string {
  const names = ['KNOWN_ISSUES', 'TECHNICAL_INSIGHTS', 'DATABASE_CHANGES', 'API_CHANGES', 'CODE_CHANGES_SUMMARY']
  const paragraph = 'The **quick** fox, *so they say*, jumps over [the dog](https://example.com/dog) and `sleeps`.\n'
  const code = '```ts\nconst x = f(a[1])\n```\n'
  const block = `${paragraph.repeat(3)}\n- one\n- two\n  - three\n\n${code}\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`
  const prose = block.repeat(Math.ceil(size / names.length / block.length)).trim()
  return names.reduce((file, name) => file.replace(`{{${name}}}`, () => prose), implementationRecord)
}

/** Stands in the form's prose, so that it is read as a value and not merely refused as no record. */
const filled = (text: string) => implementationRecord.replace('{{KNOWN_ISSUES}}', () => text)

function repeated(name: string, piece: string): Hostile {
  return { name, make: (size) => filled(piece.repeat(Math.floor(size / Buffer.byteLength(piece)))) }
}

/** What a single slot may hold, in all of them. */
function everywhere(size: number): string {
  const share = Math.floor(size / [...implementationRecord.matchAll(/\{\{[A-Z_]+\}\}/g)].length)
  return implementationRecord.replace(/\{\{[A-Z_]+\}\}/g, () => '['.repeat(share))
}

function steps(size: number, line: (depth: number) => string): string {
  let text = ''
  for (let depth = 1; text.length < size; depth += 1) text += line(depth)
  return text
}

function table(columns: number, rows: number): string {
  const row = `|${'a|'.repeat(columns)}\n`
  return `\n${row}|${'-|'.repeat(columns)}\n${row.repeat(rows)}\n`
}

function shuffled(size: number, chance: prng.PRNG): string {
  const lines = implementationRecord.split('\n')
  let text = ''
  while (text.length < size) text += `${prng.oneOf(chance, lines)}\n`
  return text
}
