import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { NotPossibleHere, perform, RuleBroken } from './run.js'
import { runs } from './runs.js'

/**
 * `pnpm accept -- NAME [--seed N] [--long]`; without a name, the list of them.
 * Exit codes: 0 the rules held, 1 one was broken, 2 not understood, 77 not possible on this machine.
 */
process.exitCode = await main(process.argv.slice(2).filter((argument) => argument !== '--'))

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { seed: { type: 'string' }, long: { type: 'boolean', default: false } },
  })
  const [name, ...more] = positionals
  if (name === undefined) return list()
  const run = runs.find((candidate) => candidate.name === name)
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
  if (run === undefined || more.length > 0 || !Number.isSafeInteger(seed)) {
    list()
    return 2
  }
  build()
  try {
    await perform(run, { seed, long: values.long, print: (line) => console.log(line) })
    console.log(`${name}: held.`)
    return 0
  } catch (error) {
    return explain(name, error)
  }
}

/** What runs is what the sources say now, unless another build was named. */
function build(): void {
  if (process.env.COLOPHON_MAIN !== undefined) return
  console.log('Building…')
  execFileSync('npm', ['run', '-s', 'pnpm', '--', 'build'], {
    cwd: new URL('../..', import.meta.url),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

function list(): number {
  console.log('pnpm accept -- NAME [--seed N] [--long], where NAME is one of')
  for (const { name, rules, about } of runs) console.log(`  ${name.padEnd(14)}${rules.join(' ').padEnd(14)}${about}`)
  return 0
}

function explain(name: string, error: unknown): number {
  if (error instanceof NotPossibleHere) {
    console.log(`${name}: not possible here. ${error.message}`)
    return 77
  }
  console.error(error instanceof RuleBroken ? `${name}: broken. ${error.message}` : error)
  return 1
}
