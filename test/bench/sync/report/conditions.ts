import type { Outcome } from '../campaign.js'
import { median } from '../meters/statistics.js'

/** Whether it was the servers that set the figures. */
export interface Conditions {
  /** How busy the load's processor was, in each scenario with each peer. */
  readonly loadShares: string
  /** What else may have set them: the load itself, or something else on the server's processor. */
  readonly remarks: readonly string[]
}

export function conditionsOf(outcomes: readonly Outcome[]): Conditions {
  const load = shares(outcomes, 'loadShare')
  const strangers = shares(outcomes, 'strangersShare')
  return {
    loadShares: load.map(({ where, value }) => `${where} ${percent(value)}`).join(', '),
    remarks: [
      ...load
        .filter(({ value }) => value > mostLoad)
        .map(
          ({ where, value }) => `${where}: the load used ${percent(value)} of its processor, and was the bottleneck.`,
        ),
      ...strangers
        .filter(({ value }) => value > mostStrangers)
        .map(({ where, value }) => `${where}: disturbed; others used ${percent(value)} of the server’s processor.`),
    ],
  }
}

const mostLoad = 0.85
const mostStrangers = 0.1

function shares(outcomes: readonly Outcome[], name: string): { where: string; value: number }[] {
  return outcomes.flatMap(({ scenario, figures }) =>
    [...figures].flatMap(([peer, each]) => {
      const values = each.flatMap((repetition) => repetition[name] ?? [])
      return values.length === 0 ? [] : [{ where: `${scenario} on ${peer}`, value: median(values) }]
    }),
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
