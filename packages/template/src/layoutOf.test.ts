import type { Root } from 'mdast'
import { describe, expect, test } from 'vitest'
import { implementationRecord } from './implementationRecord.js'
import type { LayoutBlock, LayoutInline } from './layout.js'
import { layoutOf as layoutOfRoot } from './layoutOf.js'
import { parseTemplate } from './parse.js'

const layoutOf = (source: string) => parseTemplate(source).layout

/** Inline content in short: slots in braces, ticks in brackets, what has children with its type before it. */
function short(nodes: readonly LayoutInline[]): string {
  return nodes.map(shortOne).join('')
}

function shortOne(node: LayoutInline): string {
  switch (node.type) {
    case 'text':
      return node.value
    case 'slot':
      return `{${node.slot.key}${node.at === null ? '' : `@${node.at}`}}`
    case 'index':
      return '#'.repeat(node.level)
    case 'tick':
      return `[${node.id}${node.done ? ' done' : ''}]`
    case 'signoff':
      return `<${node.role}: ${node.label}>`
    case 'status':
      return `<status ${node.value}>`
    case 'break':
      return '⏎'
    case 'link':
      return `link(${short(node.children)} → ${short(node.target)})`
    default:
      return `${node.type}(${short(node.children)})`
  }
}

/** Blocks in short, one a line, children indented. */
function outline(
  blocks: readonly (LayoutBlock | { type: 'listItem'; children: readonly LayoutBlock[] })[],
  indent = '',
): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === 'prose') return [`${indent}prose {${block.slot.key}}`]
    if (block.type === 'rule') return [`${indent}rule`]
    if (block.type === 'table') return block.rows.map((row) => `${indent}row ${row.map(short).join(' | ')}`)
    if (block.type === 'frontMatter')
      return block.fields.map(({ key, children }) => `${indent}${key}= ${short(children)}`)
    if (block.type === 'group')
      return [`${indent}group ${block.id} ${block.label}`, ...outline(block.children, `${indent}  `)]
    if (block.type === 'list' || block.type === 'listItem' || block.type === 'quote') {
      return [`${indent}${block.type}`, ...outline(block.children, `${indent}  `)]
    }
    return [`${indent}${block.type} ${short(block.children)}`]
  })
}

const shown = (source: string) => outline(layoutOf(source))

describe('the built-in template', () => {
  const blocks = layoutOf(implementationRecord)

  test('starts with its front matter, its title and its facts', () => {
    expect(outline(blocks).slice(0, 12)).toEqual([
      'version= {VERSION}',
      'created= {COMPLETION_DATE}',
      'status= <status completed>',
      'target_audience= developers, tech-leads, support-team',
      'document_type= implementation-record',
      'tags= implementation, historical, {FEATURE_TAG}',
      'feature_context= {FEATURE_CONTEXT_LINK}',
      'architecture_doc= {ARCHITECTURE_DOC_LINK}',
      'external_reference= {EXTERNAL_ISSUE_LINK}',
      'heading {FEATURE_NAME} - Implementation Record',
      expect.stringMatching(/^paragraph strong\(Feature\): link\(\{FEATURE_NAME\} → \{FEATURE_CONTEXT_LINK\}\)⏎/),
      'rule',
    ])
  })

  test('shows one phase with one task in it, as items of groups', () => {
    const lines = outline(blocks)
    const at = lines.indexOf('group g1 Phase')
    expect(lines.slice(at, at + 8)).toEqual([
      'group g1 Phase',
      '  heading Phase #: {PHASE_#_NAME} [t1 done]',
      '  paragraph strong(Duration): {PHASE_#_DURATION} (Planned: {PHASE_#_PLANNED})⏎strong(Status): {PHASE_#_STATUS}',
      '  heading Tasks Completed',
      '  list',
      '    group g1.1 Task',
      '      listItem',
      '        paragraph [t1 done] {P#_TASK_##} - Completed {P#_TASK_##_DATE} ({P#_TASK_##_DURATION})',
    ])
    expect(lines.filter((line) => line.includes('group'))).toHaveLength(2)
  })

  test('shows a sign-off as one piece', () => {
    expect(outline(blocks)).toContain('    paragraph strong(QA Lead): <qa: QA Lead>')
  })
})

describe('list items', () => {
  test('have their boxes before their text, Markdown’s own and others', () => {
    expect(shown('- [ ] a {{A}}\n- [x] b\n- [✅] c\n- d\n-\n')).toEqual([
      'list',
      '  listItem',
      '    paragraph [t1]a {A}',
      '  listItem',
      '    paragraph [t2 done]b',
      '  listItem',
      '    paragraph [t3 done] c',
      '  listItem',
      '    paragraph d',
      '  listItem',
    ])
  })

  test('keep their numbers’ start, and count where they are a group', () => {
    expect(layoutOf('3. a\n4. b\n')[0]).toMatchObject({ type: 'list', ordered: true, start: 3 })
    expect(shown('1. [ ] {{STEP_1}}\n2. [ ] {{STEP_2}}\n\nend\n')).toEqual([
      'list',
      '  group g1 Step',
      '    listItem',
      '      paragraph [t1]{STEP_#}',
      'paragraph end',
    ])
  })
})

describe('inline content', () => {
  test.each([
    ['emphasis', '*a* **{{B}}** ~~{{C}}~~ d', 'emphasis(a) strong({B}) strike({C}) d'],
    ['a hard break', 'a  \nb {{C}}', 'a⏎b {C}'],
    ['escapes and references', '\\*a\\* &amp; {{B}} &copy;', '*a* & {B} ©'],
    ['a link with slots', '[go {{A}}](https://x/{{B}})', 'link(go {A} → https://x/{B})'],
    ['a link without', '[go](https://x "title") {{A}}', 'link(go → https://x) {A}'],
    ['a link without text', '[](https://x/{{A}})', 'link( → https://x/{A})'],
    ['code', 'run `make {{A}}` now', 'run code(make {A}) now'],
    ['HTML', 'a <b title="{{A}}">c</b>', 'a <b title="{A}">c</b>'],
    ['an image', '![{{A}}](x.png)', '![{A}](x.png)'],
    ['an item named from outside its group', '{{STEP_2}} first\n\n- {{STEP_1}}\n- {{STEP_2}}', '{STEP_#@2} first'],
  ])('%s', (_, source, expected) => {
    expect(shown(source)[0]).toBe(`paragraph ${expected}`)
  })

  test('a second line for one sign-off is text', () => {
    const line = '{{QA_SIGNOFF}} ({{QA_SIGNOFF_DATE}})'
    expect(shown(`${line}\n\nAgain: ${line}\n`)).toEqual(['paragraph <qa: qa>', `paragraph Again: ${line}`])
  })
})

describe('blocks', () => {
  test.each([
    ['a quote', '> {{A}}\n> b', ['quote', '  paragraph {A}⏎b']],
    ['a code block', '```sh\ncp {{A}}\n```', ['code ```sh⏎cp {A}⏎```']],
    ['a comment', '<!-- {{A}} -->', ['html <!-- {A} -->']],
    ['a link’s definition', '[x]: {{A}}', ['html [x]: {A}']],
    ['a footnote', 'a[^1]\n\n[^1]: b {{C}}', ['paragraph a[^1]', 'paragraph b {C}']],
    ['a slot of its own', '## A\n{{A}}', ['heading A', 'prose {A}']],
    ['a table', '| a | b |\n|---|:-:|\n| {{A}} | `{{B}}` |', ['row a | b', 'row {A} | code({B})']],
  ])('%s', (_, source, expected) => {
    expect(shown(source)).toEqual(expected)
  })

  test('a table says how its columns align', () => {
    expect(layoutOf('| a | b |\n|---|:-:|\n')[0]).toMatchObject({ align: [null, 'center'] })
  })

  test('a table that no parser made may not say so', () => {
    const root: Root = { type: 'root', children: [{ type: 'table', children: [] }] }
    const nothing = { text: '', features: [], signoffs: [], spans: [], slots: new Map() }
    expect(layoutOfRoot({ root, ...nothing })).toEqual([{ type: 'table', align: [], rows: [] }])
  })

  test('front matter is its values, line by line', () => {
    expect(shown('---\na: x {{A}} y\n# for {{B}}\nlist:\n  - "{{C}}"\n\nmap: {d: 1}\n---\n')).toEqual([
      'a= x {A} y',
      '= # for {B}',
      'list= ',
      '=   - {C}',
      'map= {d: 1}',
    ])
  })
})
