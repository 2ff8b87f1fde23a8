import type { PeerId } from '../servers/peer.js'
import type { Goal, Row } from './rows.js'
import { ratio, type Standing, type Verdict } from './standing.js'

const columns: readonly { peer: PeerId; title: string }[] = [
  { peer: 'hocuspocus', title: 'Hocuspocus' },
  { peer: 'y-websocket', title: 'y-websocket' },
  { peer: 'relay', title: 'relay' },
  { peer: 'colophon', title: 'Colophon' },
]

/** @returns the standings as a Markdown table: absolute figures, Colophon's ratios, goals. */
export function tableOf(standings: readonly Standing[]): string {
  const head = ['', 'What', ...columns.map(({ title }) => title), '× Hocuspocus', '× relay', 'Goal', 'Met']
  return lines([
    head,
    [':--', ':--', ...columns.map(() => '--:'), '--:', '--:', ':--', ':--'],
    ...standings.map(({ row, medians, verdicts }) => [
      row.rule,
      row.what,
      ...columns.map(({ peer }) => amount(medians.get(peer), row.unit)),
      times(ratio(medians, 'hocuspocus')),
      times(ratio(medians, 'relay')),
      row.goals.map((goal) => goalText(goal, row.unit)).join(', '),
      row.goals.map((goal) => metText(verdicts.find((verdict) => verdict.goal === goal))).join(', '),
    ]),
  ])
}

/** @returns a sentence for each goal that was missed: by how much, and why where that is known. */
export function missesOf(standings: readonly Standing[]): string[] {
  return standings.flatMap(({ row, verdicts }) =>
    verdicts
      .filter(({ isMet }) => !isMet)
      .map((verdict) =>
        [`${row.rule}, ${row.what}: ${missText(verdict, row.unit)}.`, row.ifMissed ?? []].flat().join(' '),
      ),
  )
}

function missText({ goal, is }: Verdict, unit: Row['unit']): string {
  return `${goal.kind === 'at-most' ? amount(is, unit) : times(is)} instead of ${goalText(goal, unit)}`
}

function goalText(goal: Goal, unit: Row['unit']): string {
  switch (goal.kind) {
    case 'at-most':
      return `≤ ${amount(goal.limit, unit)}`
    case 'at-most-times':
      return `≤ ${goal.times} × ${goal.peer}`
    case 'at-least-times':
      return `≥ ${goal.times} × ${goal.peer}`
    default:
      return goal satisfies never
  }
}

function metText(verdict: Verdict | undefined): string {
  if (verdict === undefined) return '–'
  return verdict.isMet ? 'yes' : 'no'
}

function amount(value: number | undefined, unit: Row['unit']): string {
  if (value === undefined) return '–'
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: digits })
  return unit === '' ? text : `${text} ${unit}`
}

function times(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(value >= 10 ? 0 : 2)
}

function lines(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => `| ${row.join(' | ')} |`).join('\n')
}
