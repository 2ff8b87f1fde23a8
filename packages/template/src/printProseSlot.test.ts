import { describe, expect, test } from 'vitest'
import { print } from './testing/records.js'

describe('prose beside lists and at the ends', () => {
  test('[T4] a list does not run into the template list next to it', () => {
    expect(print('## A\n{{A}}\n- **N**: {{N}}\n', { A: '- one\n- two' })).toBe('## A\n* one\n* two\n- **N**: {{N}}\n')
    expect(print('1. x\n\n{{A}}\n\n1. y\n', { A: '1. one' })).toBe('1. x\n\n1) one\n\n1. y\n')
  })

  test('[T4] a block that needs a blank line behind it gets one', () => {
    expect(print('## A\n{{A}}\n- **N**: {{N}}\n', { A: '<div>\nx\n</div>' })).toBe(
      '## A\n<div>\nx\n</div>\n\n- **N**: {{N}}\n',
    )
  })

  test('[T4] what the template says elsewhere moves one column right', () => {
    expect(print('## A\n{{A}}\n\n## B\n{{B}}\n', { A: 'x\n\n## B\n\ny' })).toBe(
      '## A\nx\n\n ## B\n\ny\n\n## B\n{{B}}\n',
    )
  })

  test('[T4] dashes at the start of a file do not open front matter', () => {
    expect(print('{{A}}\n', { A: '---\n\nx\n\n---' })).toMatch(/^\*\*\*\n\nx\n\n(\*\*\*|---)\n$/)
  })
})

describe('prose beside groups', () => {
  test('[T4] a list does not run into the items before it, nor into those after it', () => {
    const source = '- {{STEP_1}}\n- {{STEP_2}}\n\n{{A}}\n\n## B\n{{B}}\n1. {{NEXT_1}}\n2. {{NEXT_2}}\n'
    expect(print(source, { A: '- one', B: '1. two' })).toBe(source.replace('{{A}}', '* one').replace('{{B}}', '1) two'))
  })
})
