import { expect, test } from 'vitest'
import type { Row } from './rows.js'
import { standingsOf } from './standing.js'

const row: Row = {
  what: 'a key',
  figure: 'keyMs',
  unit: 'ms',
  goals: [
    { kind: 'at-most', limit: 16 },
    { kind: 'at-most-times', subject: 'baseline', times: 1 },
  ],
}

test('[P8] a goal is judged by medians: on its own, and as a multiple of the stock editor’s', () => {
  const found = [10, 30, 12].map((keyMs) => ({ colophon: { keyMs }, baseline: { keyMs: keyMs - 2 } }))
  const [standing] = standingsOf([row], found)
  expect(standing).toMatchObject({ colophon: 12, baseline: 10, spread: [10, 30] })
  expect(standing?.verdicts).toMatchObject([
    { is: 12, isMet: true },
    { is: 1.2, isMet: false },
  ])
})

test('[P8] no goal is met or missed by a figure that was not measured', () => {
  const found = [{ colophon: { keyMs: 12 }, baseline: {} }]
  expect(standingsOf([row], found)[0]?.verdicts).toHaveLength(1)
  expect(standingsOf([row], [])[0]?.verdicts).toEqual([])
})

test('[P8] what only Colophon has can stand beside another figure of the stock editor’s', () => {
  const found = [{ colophon: { crowdKeyMs: 20 }, baseline: { keyMs: 10 } }]
  expect(standingsOf([{ ...row, figure: 'crowdKeyMs', beside: 'keyMs' }], found)[0]).toMatchObject({ baseline: 10 })
})
