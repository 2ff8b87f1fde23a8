import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { proseSchema } from './extensions.js'
import { nameOf } from './named.js'

const schema = getSchema(proseSchema(null))
const doc = (...blocks: object[]) => schema.nodeFromJSON({ type: 'doc', content: blocks })
const paragraph = (text?: string) => ({
  type: 'paragraph',
  ...(text === undefined ? {} : { content: [{ type: 'text', text }] }),
})

test('[U1] a screen reader is told that a slot is empty, and no longer once something is in it', () => {
  expect(nameOf('Known issues', doc(paragraph()))).toBe('Known issues, empty')
  expect(nameOf('Known issues', doc(paragraph('None.')))).toBe('Known issues')
  expect(nameOf('Known issues', doc({ type: 'horizontalRule' }))).toBe('Known issues')
  expect(nameOf('Known issues', doc(paragraph(), paragraph()))).toBe('Known issues')
})
