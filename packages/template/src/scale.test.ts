import { expect, test } from 'vitest'
import { ReadError } from './errors.js'
import { implementationRecord } from './implementationRecord.js'
import { parseTemplate } from './parse.js'
import { readRecord } from './read.js'

const template = parseTemplate(implementationRecord)
const fill = (name: string, value: string, file = implementationRecord) => file.replace(`{{${name}}}`, () => value)
const lineOf = (file: string, words: string) => file.split('\n').findIndex((line) => line.includes(words)) + 1

function refusalOf(file: string): ReadError {
  try {
    readRecord(template, file)
  } catch (error) {
    if (error instanceof ReadError) return error
    throw error
  }
  throw new Error('The file was read.')
}

test('[M4] a slot that takes too long to read is refused by the line where it gets too much', () => {
  const file = fill('KNOWN_ISSUES', `first\n\n${'['.repeat(60_000)}\n\nlast`)
  const { code, line, message } = refusalOf(file)
  expect([code, line]).toEqual(['too-large', lineOf(file, '[[[[')])
  expect(message).toMatch(/From line \d+ on.*Nothing was imported.*Shorten it/)
})

test('[M4] a slot that nests too deep is refused by its line', () => {
  const file = fill('KNOWN_ISSUES', `first\n\n${'> '.repeat(200)}deep`)
  const { code, line, message } = refusalOf(file)
  expect([code, line]).toEqual(['too-deep', lineOf(file, '> > >')])
  expect(message).toMatch(/deeper than anybody can read. Nothing was imported. Flatten/)
})

test('[M4] many slots that are each short enough are refused together, before any of them is parsed', () => {
  const names = [...implementationRecord.matchAll(/\{\{([A-Z_]+)\}\}/g)].map(([, name]) => String(name))
  const file = names.reduce((text, name) => fill(name, '[a'.repeat(5_000), text), implementationRecord)
  const { code, message } = refusalOf(file)
  expect(code).toBe('too-large')
  expect(message).toMatch(/Up to line \d+.*Nothing was imported.*Split it/)
})

test('[M4] a record of 200 KB is read', () => {
  const paragraph =
    'The **quick** fox, *so they say*, jumps over [the dog](https://example.com/dog) and `sleeps` there.\n'
  const block = `${paragraph.repeat(3)}\n- one\n- two\n  - three\n\n\`\`\`ts\nconst x = f(a[1])\n\`\`\`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`
  const text = block.repeat(Math.ceil(50_000 / block.length)).trim()
  const names = ['KNOWN_ISSUES', 'TECHNICAL_INSIGHTS', 'DATABASE_CHANGES', 'API_CHANGES']
  const file = names.reduce((done, name) => fill(name, text, done), implementationRecord)
  expect(file.length).toBeGreaterThan(200_000)
  expect(readRecord(template, file).values.slots.KNOWN_ISSUES).toBe(text)
})
