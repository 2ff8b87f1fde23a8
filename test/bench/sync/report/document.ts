import type { Conditions } from './conditions.js'

/** What a comparison found. */
export interface Findings {
  readonly date: string
  readonly machine: string
  readonly versions: string
  readonly repetitions: number
  readonly loadBefore: number
  readonly table: string
  readonly misses: readonly string[]
  readonly failures: readonly string[]
  readonly conditions: Conditions
}

/** What a benchmark that needs no server prints. */
export interface Section {
  readonly title: string
  readonly text: string
}

/** @returns the text of `docs/benchmarks.md`. */
export function documentOf(findings: Findings, others: readonly Section[]): string {
  const { date, machine, versions, repetitions, loadBefore, table, misses, failures, conditions } = findings
  return `# Benchmarks

Made by \`pnpm bench\`, which writes this file anew but for what \`pnpm bench:web\` found. Ratios are what counts: they were measured side by side, in one run, on one machine.

- When: ${date}
- On: ${machine}; load before it began: ${loadBefore.toFixed(1)}
- Compared: ${versions}
- Figures: medians of ${repetitions} repetitions, the servers taking turns

${table}

## What is missed

${list([...misses, ...failures.map(firstLine)], 'Nothing: every goal above is met.')}

## How it is measured

- **Pinned.** The server has one processor to itself, the load the other. Each repetition starts the server afresh, on a copy of
  the same data, on the same disk, and ends it.
- **The same traffic for all.** Real Yjs updates, a key each, made before the clock starts; a person types some words, then some
  elsewhere in the same paragraph. A caret goes with each key, as TipTap's plug-in sends it. Clients are bare sockets
  that apply nothing and hold no document; their frames are masked beforehand. Each comes to Colophon with the token of its
  service account, which is checked; the others let anybody in. People type for five seconds before anything is counted, so that
  no server is measured while its code is being compiled.
- **What counts as delivered** is an edit or a caret of somebody else that came to somebody. Servers merge updates, so edits are
  counted by the clocks that a frame covers, read from each frame that came (one that is byte for byte the same as another is read once), and carets
  by the clients that it names. What a server sends back to its own author does not count. A caret that a newer one overtook on the
  server does not count either.
- **CPU** is the time of all threads of the server's process, from \`/proc/PID/task/*/schedstat\`.
- **P2**: each of 30 writers keeps 100 edits under way, and goes on as the next one round the table gets them.
- **P3**: from the write of a key to its frame's arrival, in the load's own clock, for every edit and every person. Colophon
  has stored an edit before anybody gets it; the others have stored nothing by then, or leave that to a later moment.
- **P4**: the server has just started, and served one small record; then its processor time until all who came hold the whole record. The
  30,000 keys come from ten people; Colophon is killed with SIGKILL right after the last, the others are allowed to shut down.
- **P5**: growth of the resident set after forced garbage collections: 2,000 people in one small record, where 500 were
  already, then 200 records of 50 KB with one reader each, some seconds after they came.
- **P6**: until the \`saved\` frame that covers the edit, fifty people at 5 edits/s each in one record. For the cost of an edit, ten
  people alone in their records, an edit each every 2.5 s, so that a server that waits for a pause has one.
  Bytes are \`write_bytes\` of \`/proc/PID/io\`.
- **The load's own share of its processor**: ${conditions.loadShares}.
${list(conditions.remarks, 'The load never used more than 85 % of its processor, and nobody else more than 10 % of the server’s.')}

${others.map(({ title, text }) => `## ${title}\n\n${text.trim()}\n`).join('\n')}`
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}

function list(items: readonly string[], otherwise: string): string {
  return (items.length === 0 ? [otherwise] : items).map((item) => `- ${item}`).join('\n')
}
