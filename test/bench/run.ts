import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { programs } from './programs.js'
import { compare } from './sync/compare.js'
import { documentOf } from './sync/report/document.js'
import { rows } from './sync/report/rows.js'
import { everyPeer } from './sync/scenario.js'
import { scenarios } from './sync/scenarios.js'
import { markedPart } from './web/report/markers.js'

/**
 * `pnpm bench -- [NAME…] [--quick] [--repetitions N] [--peers A,B]`, where NAME is a rule (`p1` to `p8`) or a scenario.
 * Without a name it measures everything, and writes `docs/benchmarks.md`; `--quick` is for trying out, and writes nothing.
 * Exit codes: 0 measured, 1 something could not be, 2 not understood, 77 not possible on this machine, 130 stopped.
 */
const stop = stopOnSignals()
try {
  process.exitCode = await main(process.argv.slice(2).filter((argument) => argument !== '--'))
} catch (error) {
  if (!stop.aborted) throw error
  console.error('Stopped; nothing was written.')
  process.exitCode = 130
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      repetitions: { type: 'string' },
      peers: { type: 'string' },
    },
  })
  const known = [
    ...new Set([...programs, ...rows].map(({ rule }) => rule.toLowerCase())),
    ...scenarios.map(({ id }) => id),
  ]
  const names = positionals.map((name) => name.toLowerCase())
  const isWanted = (name: string) => names.length === 0 || names.includes(name)
  const chosen = scenarios.filter(({ id }) => isWanted(id) || rulesOf(id).some(isWanted))
  const peers = everyPeer.filter((id) => values.peers?.split(',').includes(id) ?? true)
  const repetitions = Number(values.repetitions ?? (values.quick ? 1 : 5))
  if (peers.length === 0) return notUnderstood(values.peers ?? '', everyPeer)
  const sections = programs.filter(({ rule }) => isWanted(rule))
  if (chosen.length + sections.length === 0) return notUnderstood(names.join(' '), known)
  build()

  const others = sections.map(({ title, run }) => ({ title, text: run() }))
  for (const { text } of others) console.log(`${text}\n`)
  if (chosen.length === 0) return 0
  if (process.platform !== 'linux' || cpus().length < 2) return notPossible()

  const extent = values.quick ? 'quick' : 'full'
  const findings = await compare(chosen, { peers, repetitions, extent, stop, say: console.log })
  console.log(`\n${findings.machine}\n${findings.versions}\n\n${findings.table}\n`)
  if (values.quick)
    console.log('Quick: smaller and shorter. The figures say little, and no goal is met or missed by them.\n')
  for (const line of [...findings.misses, ...findings.failures, ...findings.conditions.remarks]) console.log(line)
  const isWhole = names.length === 0 && peers.length === everyPeer.length && !values.quick
  if (isWhole) await writeDocument(documentOf(findings, others))
  return findings.failures.length === 0 ? 0 : 1
}

/** What `pnpm bench:web` wrote stays. */
async function writeDocument(text: string): Promise<void> {
  const file = new URL('../../docs/benchmarks.md', import.meta.url)
  const browsers = markedPart(await readFile(file, 'utf8'))
  await writeFile(file, browsers === undefined ? text : `${text.trimEnd()}\n\n${browsers}\n`)
}

function rulesOf(scenario: string): string[] {
  return rows.filter((row) => row.scenario === scenario).map(({ rule }) => rule.toLowerCase())
}

/** What is measured is what the sources say now, unless another build was named. */
function build(): void {
  if (process.env.COLOPHON_MAIN !== undefined) return
  console.log('Building…')
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  execFileSync('npm', ['run', '-s', 'pnpm', '--', 'build'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Ctrl+C ends the repetition that is under way, and with it what it started. */
function stopOnSignals(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

function notUnderstood(wish: string, known: readonly string[]): number {
  console.error(`There is nothing called ${wish} here. There are ${known.join(', ')}.`)
  return 2
}

function notPossible(): number {
  console.error(
    'Servers and load are pinned to a processor each, and read through /proc: this needs Linux and two processors.',
  )
  return 77
}
