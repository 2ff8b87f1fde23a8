import type { Goal, Row } from './rows.js'
import { ratioOf, type Standing, type Verdict } from './standing.js'

/** Where and how it was measured. */
export interface Circumstances {
  readonly date: string
  readonly machine: string
  readonly versions: string
  readonly repetitions: number
  readonly loadBefore: number
}

/** @returns what `docs/benchmarks.md` says about the page in a browser. */
export function sectionOf(standings: readonly Standing[], circumstances: Circumstances): string {
  const { date, machine, versions, repetitions, loadBefore } = circumstances
  return `## The page in a browser (P8)

Made by \`pnpm bench:web\`, beside a page with one stock TipTap editor that holds the same text.

- When: ${date}
- On: ${machine}; load before it began: ${loadBefore.toFixed(1)}
- Compared: ${versions}
- Figures: medians of ${repetitions} repetitions, the pages taking turns

${tableOf(standings)}

### What is missed

${missesOf(standings)}

### How it is measured

- **The page** is the built one from the built server, with its disk, its rights and its copy in the browser. **The baseline** is TipTap with its
  starter kit, tables and task lists, built by the same Vite, given the same text as HTML by a server that does nothing else. It has
  nobody else in it and keeps nothing, so where 30 others type, it is Colophon among them that stands beside the baseline alone.
- **Opening**: each time a browser that was never there before. The clock of the first byte starts when the page's own thread is told of the
  document: the answer over the socket, the answer to \`fetch\`. From then on, in each frame, the probe goes to the first field and inserts a letter,
  until one is there.
- **A key** is pressed by Playwright in a paragraph of the first slot for rich text, some seven a second, out of step with the frames; its time is from the event's own stamp
  until the frame that shows it has been painted. At 60 frames a second the wait for the next frame is part of it, up to 17 ms: a page that does
  nothing has a p95 of 15. The main thread's work is \`TaskDuration\` of the DevTools protocol, which has no such wait in it.
- **The 30 others** are accounts of their own, over real sockets, in a process of their own, 5 keys a second each with their carets, spread over the slots for
  rich text; one of them types in the slot that is typed in here. **Somebody else's key** is timed from before it is written to the socket until the frame that shows it,
  with the two processes' clocks compared; the server has it on disk before it passes it on.
- **Heap** is what the page's scripts hold after two forced garbage collections. Read to its end and back: scrolled by windows, with idle
  moments between.
- **Noise**: browser, server, the 30 and the probe share the machine's processors, unpinned. A figure's smallest and largest are in the table; where
  they lie far apart, or the load before it began was not near zero, another run will differ by as much.
`
}

function tableOf(standings: readonly Standing[]): string {
  const lines = [
    ['What', 'Stock editor', 'Colophon', 'from – to', '×', 'Goal', 'Met'],
    [':--', '--:', '--:', '--:', '--:', ':--', ':--'],
    ...standings.map((standing) => {
      const { row, colophon, baseline, spread, verdicts } = standing
      return [
        row.what,
        amount(baseline, row.unit),
        amount(colophon, row.unit),
        spread === undefined ? '–' : spread.map((each) => amount(each, '')).join(' – '),
        times(ratioOf(standing)),
        row.goals.map((goal) => goalText(goal, row.unit)).join(', '),
        row.goals.map((goal) => metText(verdicts.find((verdict) => verdict.goal === goal))).join(', '),
      ]
    }),
  ]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function missesOf(standings: readonly Standing[]): string {
  const misses = standings.flatMap(({ row, verdicts }) =>
    verdicts
      .filter(({ isMet }) => !isMet)
      .map(({ goal, is }) => {
        const figure = goal.kind === 'at-most' ? amount(is, row.unit) : `${times(is)} ×`
        return `- ${row.what}: ${figure} instead of ${goalText(goal, row.unit)}.`
      }),
  )
  return misses.length === 0 ? '- Nothing: every goal above is met.' : misses.join('\n')
}

function goalText(goal: Goal, unit: Row['unit']): string {
  return goal.kind === 'at-most' ? `≤ ${amount(goal.limit, unit)}` : `≤ ${goal.times} × stock`
}

function metText(verdict: Verdict | undefined): string {
  if (verdict === undefined) return '–'
  return verdict.isMet ? 'yes' : 'no'
}

function amount(value: number | undefined, unit: Row['unit']): string {
  if (value === undefined) return '–'
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: digits })
  return unit === '' ? text : `${text} ${unit}`
}

function times(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(value >= 10 ? 0 : 2)
}
