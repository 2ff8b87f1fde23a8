import * as prng from 'lib0/prng'

/** A program that shows by experiment that rules hold, and says with which figures. */
export interface Run {
  readonly name: string
  /** The rules it stands for, by their IDs in docs/spec.md. */
  readonly rules: readonly string[]
  /** What it does, in a sentence. */
  readonly about: string
  /** @throws RuleBroken, NotPossibleHere */
  perform(context: RunContext): Promise<void>
}

export interface RunContext {
  /** What chance is drawn from, so that a run can be told again. */
  readonly seed: number
  readonly chance: prng.PRNG
  /** Whether to take the time of an acceptance run, or be as short as a test. */
  readonly long: boolean
  /** Takes note of what is to be undone at the end, however that comes; last noted, first undone. */
  defer(undo: () => unknown): void
  /** Puts a figure in the report. */
  figure(name: string, value: string | number): void
  /** @throws RuleBroken unless `truth` holds. */
  holds(rule: string, truth: boolean, otherwise: string): void
}

/** A promise of docs/spec.md was not kept. */
export class RuleBroken extends Error {
  readonly code = 'rule-broken'
  override readonly name = 'RuleBroken'
  constructor(
    readonly rule: string,
    message: string,
  ) {
    super(`[${rule}] ${message}`)
  }
}

/** This machine lacks what the run needs; nothing was shown, for or against. */
export class NotPossibleHere extends Error {
  readonly code = 'not-possible-here'
  override readonly name = 'NotPossibleHere'
}

export interface RunOptions {
  readonly seed: number
  readonly long: boolean
  readonly print: (line: string) => void
}

/** Performs a run, undoes what it did to the machine, and prints its figures, whether it held or not. */
export async function perform(run: Run, { seed, long, print }: RunOptions): Promise<void> {
  const undoing: (() => unknown)[] = []
  const since = performance.now()
  print(`${run.name} (${run.rules.join(', ')}), seed ${seed}${long ? ', long' : ''}: ${run.about}`)
  try {
    await run.perform({
      seed,
      chance: prng.create(seed),
      long,
      defer: (undo) => undoing.push(undo),
      figure: (name, value) => print(`  ${name}: ${value}`),
      holds(rule, truth, otherwise) {
        if (!truth) throw new RuleBroken(rule, `${otherwise} (${run.name}, seed ${seed})`)
      },
    })
  } finally {
    for (const undo of undoing.reverse()) await undo()
    print(`  took: ${seconds(performance.now() - since)}`)
  }
}

/** Milliseconds as people read them. */
export function seconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}
