import { packTemplate, parseTemplate, seedRecord } from '@colophon/template'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openTemplates, type Ways } from './templates.js'

function recordOf(source: string): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(parseTemplate(source)))
  return doc
}

const parser = () => vi.fn<Ways['parser']>(async () => parseTemplate)

test('[P8] a template that the server has parsed is not parsed again, and is the same', async () => {
  const source = '# {{NAME}}\n\nFirst: {{TEXT}}\n'
  const here = parser()
  const templates = openTemplates({ packed: async () => packTemplate(parseTemplate(source)), parser: here })
  expect(await templates.of(recordOf(source))).toEqual(parseTemplate(source))
  expect(here).not.toHaveBeenCalled()
})

test.each<[string, Ways['packed']]>([
  ['does not answer', () => Promise.reject(new Error('offline'))],
  ['answers with another', async () => packTemplate(parseTemplate('# {{NAME}}\n'))],
  ['answers in other words', async () => '<html>'],
])('[P8] where the server %s, the record’s own source is parsed', async (case_, packed) => {
  const source = `# {{NAME}}\n\n${case_}: {{TEXT}}\n`
  const templates = openTemplates({ packed, parser: parser() })
  expect(await templates.of(recordOf(source))).toEqual(parseTemplate(source))
})

test('[P8] a template that this page has met is there without asking again', async () => {
  const source = '# {{NAME}}\n\nMet: {{TEXT}}\n'
  await openTemplates({ packed: async () => '', parser: parser() }).of(recordOf(source))
  const here = parser()
  await openTemplates({ packed: () => Promise.reject(new Error('offline')), parser: here }).of(recordOf(source))
  expect(here).not.toHaveBeenCalled()
})

test('[U5] a document that is no record is refused, and what cannot be fetched is said', async () => {
  const offline = new Error('offline')
  const nowhere = { packed: () => Promise.reject(offline), parser: () => Promise.reject(offline) }
  await expect(openTemplates(nowhere).of(new Y.Doc())).rejects.toThrow('holds no record')
  await expect(openTemplates(nowhere).of(recordOf('# {{NAME}}\n\nNowhere: {{TEXT}}\n'))).rejects.toBe(offline)
})
