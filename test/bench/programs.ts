import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A benchmark that is a program of its own and needs no server. */
export interface Program {
  readonly rule: string
  readonly title: string
  /** @returns what it prints. */
  run(): string
}

export const programs: readonly Program[] = [
  { rule: 'p7', title: 'The template engine (P7)', run: () => output('template.js') },
  { rule: 'p8', title: 'The page (P8)', run: () => output('weight.js') },
]

function output(file: string): string {
  return execFileSync(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], { encoding: 'utf8' })
}
