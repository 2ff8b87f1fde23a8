import { markdownToProse } from '@colophon/template'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { inPlainText } from './inPlainText.js'

const shown = (markdown: string) => {
  const fragment = new Y.Doc().getXmlFragment('slot')
  markdownToProse(markdown, fragment)
  return inPlainText(fragment)
}

test('[D8] the shape of rich text is kept in plain text', () => {
  const text = [
    '## Roll back',
    'Stop it, then [look](https://example.org/x)\nagain.',
    '- one\n- two\n\n  still two',
    '3. three\n4. four',
    '- [x] done\n- [ ] open',
    '> quoted\n>\n> twice',
    '```sh\nnpm start\n```',
    '---',
    '<details>kept</details>',
  ].join('\n\n')
  expect(shown(text)).toBe(text)
  expect(shown('| a | b |\n| - | - |\n| 1 | 2 |')).toBe('| a | b |\n| 1 | 2 |')
})

test('emphasis is left out, and nothing is nothing', () => {
  expect(shown('It *is* **so** `code`.')).toBe('It is so code.')
  expect(shown('')).toBe('')
})
