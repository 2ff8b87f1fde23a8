import fc from 'fast-check'

type Names = () => string

/** Pieces of templates: each puts slots into other places of Markdown's grammar. */
const pieces: readonly ((name: Names) => string)[] = [
  (name) => `## {{${name()}}} and {{${name()}}}`,
  (name) => `Setext {{${name()}}}\n===`,
  (name) => `### Notes\n{{${name()}}}`,
  (name) => `### Notes, apart\n\n{{${name()}}}\n\nThe end of the notes.`,
  (name) => `### Notes before a list\n{{${name()}}}\n- **Coverage**: {{${name()}}}\n- **Errors**: {{${name()}}}`,
  (name) => `1. one\n2. two\n\n{{${name()}}}\n\n1. uno`,
  (name) => `**Owner**: {{${name()}}}\n**Period**: {{${name()}}} to {{${name()}}}`,
  (name) => `{{${name()}}} starts a line, {{${name()}}}; and **{{${name()}}}** stands in bold.`,
  (name) => `[{{${name()}}}]({{${name()}}}) and [a link](https://example.com/{{${name()}}} "{{${name()}}}")`,
  (name) => `![{{${name()}}}](<{{${name()}}}>) <b title="{{${name()}}}">html</b>`,
  (name) => `| a | b |\n|---|:-:|\n| {{${name()}}} | \`{{${name()}}}\` |\n| x | {{${name()}}} |`,
  (name) => `\`\`\`sh\ncp {{${name()}}} {{${name()}}}\n{{${name()}}}\n\`\`\``,
  (name) => `    indented {{${name()}}}`,
  (name) => `Run \`make {{${name()}}}\` now`,
  (name) => `<!-- {{${name()}}} -->`,
  (name) => `<details>\n<summary>{{${name()}}}</summary>\n\ninside\n\n</details>`,
  (name) => `> {{${name()}}}\n> said {{${name()}}}`,
  (name) => `- {{${name()}}}\n  - deep {{${name()}}}\n- [ ] {{${name()}}}\n- [x] done: {{${name()}}}`,
  (name) => `[ref]: {{${name()}}} "title"\n\nSee [ref].`,
  (name) => `[^1]: A note on {{${name()}}}.\n\nNoted[^1].`,
  (name) => {
    const task = name()
    return [1, 2, 3]
      .map((i) => `- [✅] {{${task}_${i}}} - Completed {{${task}_${i}_DATE}} ({{${task}_${i}_BY}})`)
      .join('\n')
  },
  (name) => {
    const [phase, task] = [name(), name()]
    const tasks = (i: number) => [1, 2].map((j) => `${j}. {{${task}_${i}_${j}}}: {{${task}_${i}_${j}_DATE}}`).join('\n')
    return [1, 2]
      .map((i) => `### Phase ${i}: {{${phase}_${i}_NAME}} ✅\n${tasks(i)}\n\n#### Remarks\n{{${phase}_${i}_REMARKS}}`)
      .join('\n\n')
  },
  (name) => {
    const who = name()
    return `- **Lead**: {{${who}_SIGNOFF}} ({{${who}_SIGNOFF_DATE}})`
  },
  () => '---',
  () => 'Only words, with an &amp; and a \\* in them.',
]

const yamlPieces: readonly ((name: Names) => string)[] = [
  (name) => `double: "v {{${name()}}}"`,
  (name) => `single: 'v {{${name()}}}'`,
  (name) => `plain: {{${name()}}}`,
  (name) => `partly: Release {{${name()}}} of {{${name()}}}`,
  (name) => `list: ["a", "{{${name()}}}"]`,
  (name) => `# for {{${name()}}}`,
  (name) => `text: |\n  {{${name()}}}\n  more`,
  () => 'status: "completed"',
]

/** Templates with slots in every place of the grammar, with any line endings, with and without a byte order mark. */
export const anyTemplate: fc.Arbitrary<string> = fc
  .record({
    front: fc.option(fc.uniqueArray(fc.nat(yamlPieces.length - 1), { maxLength: 5 })),
    body: fc.array(fc.nat(pieces.length - 1), { minLength: 1, maxLength: 7 }),
    newline: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    end: fc.constantFrom('', '\n', '\n\n'),
    bom: fc.constantFrom('', '', '\uFEFF'),
    shared: fc.boolean(),
  })
  .map(({ front, body, newline, end, bom, shared }) => {
    let count = 0
    // Now and then a name comes again, so that values are shared between places.
    const name = () =>
      `S${String.fromCharCode(65 + (count++ % (shared ? 9 : 26)))}${shared ? '' : String.fromCharCode(65 + Math.floor(count / 26))}`
    const yaml =
      front === null ? 'Start.\n\n' : `---\n${front.map((i) => yamlPieces[i]?.(name) ?? '').join('\n')}\n---\n\n`
    const text = body
      .map((i, at) => `${at > 0 && at % 2 === 0 ? `Part ${'abcdefgh'[at] ?? ''}.\n\n` : ''}${pieces[i]?.(name) ?? ''}`)
      .join('\n\n')
    return bom + `${yaml}${text}${end}`.replaceAll('\n', newline)
  })
