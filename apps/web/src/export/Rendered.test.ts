import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Rendered } from './Rendered.js'

const shown = (markdown: string) => renderToStaticMarkup(createElement(Rendered, { markdown }))

test('[U1] each item, quotation and table stands on the side that its own words begin on', () => {
  const html = shown('- بند\n- item\n\n> اقتباس\n\n| عمود |\n|-|\n| خلية |')
  expect(html).toContain('<li dir="auto">بند</li>\n<li dir="auto">item</li>')
  expect(html).toContain('<blockquote dir="auto">')
  expect(html).toContain('<table dir="auto">')
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
  '[Feature]({{FEATURE_LINK}})',
])('[U4] on paper %s is said no address that it has said itself, or that nobody has filled', (markdown) => {
  expect(shown(markdown)).not.toContain('data-address')
})

test('[U1] a footnote leads to its text and back, in words', () => {
  const html = shown('Nothing[^1].\n\n[^1]: But this.')
  expect(html).toContain('aria-label="Back to footnote 1"')
  expect(html).toContain('data-footnote-backref="true"')
})
