/**
 * How long and from where properties are tried: `FC_RUNS` times as many runs, from `FC_SEED`.
 * The defaults are fixed, so that a run that passed passes again; fast-check prints both when one fails.
 */
export function fuzz(numRuns: number): { seed: number; numRuns: number } {
  return { seed: fromEnvironment('FC_SEED', 4280), numRuns: numRuns * fromEnvironment('FC_RUNS', 1) }
}

function fromEnvironment(name: string, otherwise: number): number {
  const process: unknown = Reflect.get(globalThis, 'process')
  const env: unknown = typeof process === 'object' && process !== null ? Reflect.get(process, 'env') : undefined
  const value: unknown = typeof env === 'object' && env !== null ? Reflect.get(env, name) : undefined
  return typeof value === 'string' && value !== '' ? Number(value) : otherwise
}
