import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Rendered } from './Rendered.js'

const shown = (markdown: string) => renderToStaticMarkup(createElement(Rendered, { markdown }))

test('[U1] each heading, paragraph, item and cell is written from the side its own words begin on', () => {
  const html = shown('# عنوان\n\nAnd **שלום**.\n\n- بند\n- item\n\n| عمود |\n|-|\n| خلية |')
  for (const block of ['<h1 dir="auto">عنوان', '<p dir="auto">And', '<li dir="auto">بند', '<li dir="auto">item']) {
    expect(html).toContain(block)
  }
  expect(html).toContain('<th dir="auto">عمود')
  expect(html).toContain('<td dir="auto">خلية')
})

test.each([
  ['[the issue](https://example.org/1)', 'https://example.org/1'],
  ['[the *issue*](https://example.org/1)', 'https://example.org/1'],
  ['[Context](../features/a.md)', '../features/a.md'],
  ['[Write to us](mailto:a@example.org)', 'mailto:a@example.org'],
])('[U4] on paper %s says that it leads to %s', (markdown, address) => {
  expect(shown(markdown)).toContain(`data-address="${address}"`)
})

test.each([
  '<https://example.org/1>',
  'https://example.org/',
  '[a.md](a.md)',
  '<a@example.org>',
  '[example.org/](https://example.org)',
])('[U4] on paper the address of %s is not said twice', (markdown) => {
  expect(shown(markdown)).not.toContain('data-address')
})

test('[U1] a footnote leads to its text and back, in words', () => {
  const html = shown('Nothing[^1].\n\n[^1]: But this.')
  expect(html).toContain('aria-label="Back to where footnote 1 is called"')
  expect(html).toContain('data-footnote-backref="true"')
})
