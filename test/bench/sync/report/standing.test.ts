import { expect, test } from 'vitest'
import type { Outcome } from '../campaign.js'
import type { Figures } from '../scenario.js'
import type { PeerId } from '../servers/peer.js'
import { conditionsOf } from './conditions.js'
import { rows } from './rows.js'
import { standingsOf } from './standing.js'
import { missesOf, tableOf } from './table.js'

const meetings: Outcome = {
  scenario: 'meetings',
  figures: new Map<PeerId, Figures[]>([
    ['hocuspocus', [20, 18, 90].map((cpuPerDeliveryUs) => ({ cpuPerDeliveryUs, p99Ms: 10, loadShare: 0.3 }))],
    ['relay', [{ cpuPerDeliveryUs: 8, loadShare: 0.9 }]],
    ['colophon', [{ cpuPerDeliveryUs: 7, p50Ms: 1, p99Ms: 12, strangersShare: 0.4 }]],
  ]),
  failures: [],
}

test('[P1] a figure is the median of its repetitions, and a goal is held against the ratio of two of them', () => {
  const [standing] = standingsOf(rows, [meetings])
  expect(standing?.medians.get('hocuspocus')).toBe(20)
  expect(standing?.verdicts.map(({ is, isMet }) => [is, isMet])).toEqual([
    [0.35, true],
    [0.875, false],
  ])
})

test('[P6] growth with the record is worked out in each repetition', () => {
  const editCost: Outcome = {
    scenario: 'edit-cost',
    figures: new Map([['colophon', [{ smallCpuMs: 2, largeCpuMs: 3 }]]]),
    failures: [],
  }
  const growth = standingsOf(rows, [editCost]).find(({ row }) => row.unit === '×')
  expect(growth?.medians.get('colophon')).toBe(1.5)
  expect(growth?.verdicts).toMatchObject([{ isMet: false }])
})

test('[P3] the table shows absolute figures and ratios; what is missed is said with by how much', () => {
  const standings = standingsOf(rows, [meetings])
  expect(tableOf(standings).split('\n').at(-1)).toBe(
    '| P3 | the same: p99 | 10 ms | – | – | 12 ms | 1.20 | – | ≤ 1 × hocuspocus | no |',
  )
  expect(missesOf(standings)).toContain('P3, the same: p99: 1.20 instead of ≤ 1 × hocuspocus.')
})

test('[P2] a load that was too busy itself, and a server that was disturbed, are named', () => {
  expect(conditionsOf([meetings]).remarks).toEqual([
    'meetings on relay: the load used 90 % of its processor, and was the bottleneck.',
    'meetings on colophon: disturbed; others used 40 % of the server’s processor.',
  ])
})
