import { implementationRecord } from '@colophon/template'
import { afterEach, describe, expect, test } from 'vitest'
import { sourceArgv } from '../testing/source-process.js'
import { createDrafter, type Drafter } from './drafter.js'

let drafter: Drafter
afterEach(() => drafter.close())

const patient = { execArgv: sourceArgv, deadlineMs: 60_000 }
const templates = [{ id: 'implementation-record', source: implementationRecord }]

describe('the drafting thread', () => {
  test('[M4] reads files while this thread goes on serving', async () => {
    drafter = createDrafter(patient)
    const markdown = implementationRecord.replace('{{TECHNICAL_INSIGHTS}}', 'A line of prose.\n\n'.repeat(200).trim())
    let turns = 0
    let reading = true
    const counting = (async () => {
      while (reading) {
        await new Promise<void>((resolve) => setImmediate(resolve))
        turns += 1
      }
    })()
    const draft = await drafter.import({ markdown, templates })
    reading = false
    await counting
    expect(draft.templateId).toBe('implementation-record')
    expect(turns).toBeGreaterThan(10)
  })

  test('takes several tasks and answers each its own', async () => {
    drafter = createDrafter(patient)
    const drafts = await Promise.all(
      ['One', 'Two', 'Three'].map((title) => drafter.create({ source: '# {{TITLE}}\n', title })),
    )
    expect(drafts.map(({ title }) => title)).toEqual(['One', 'Two', 'Three'])
  })

  test('a refusal says where, and the thread goes on', async () => {
    drafter = createDrafter(patient)
    await expect(drafter.create({ source: 'a\n\n{{B\n', title: undefined })).rejects.toMatchObject({
      code: 'template-invalid',
      place: { line: 3 },
    })
    await expect(drafter.import({ markdown: 'Dear diary', templates })).rejects.toMatchObject({ code: 'not-a-record' })
    await expect(drafter.create({ source: '# {{TITLE}}\n', title: 'Fine' })).resolves.toMatchObject({ title: 'Fine' })
  })

  test('[M4] a task that outlasts its deadline is refused, and the next one has a new thread', async () => {
    drafter = createDrafter({ execArgv: sourceArgv, deadlineMs: 1 })
    const markdown = implementationRecord.replace(
      '{{TECHNICAL_INSIGHTS}}',
      'A line of *prose*.\n\n'.repeat(5_000).trim(),
    )
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(drafter.import({ markdown, templates })).rejects.toMatchObject({ code: 'too-slow' })
    }
  })

  test('[A6] a crowd of tasks is refused beyond what may wait', async () => {
    drafter = createDrafter(patient)
    const crowd = Array.from({ length: 30 }, () => drafter.create({ source: '# {{TITLE}}\n', title: 'x' }))
    const outcomes = await Promise.allSettled(crowd)
    const busy = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(busy).toHaveLength(10)
    for (const { reason } of busy) expect(reason).toMatchObject({ code: 'too-busy' })
  })
})
