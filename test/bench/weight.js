// P8: what opening a page fetches, as the build weighed it. Run with `pnpm bench` after `pnpm build`.
import { readFileSync } from 'node:fs'

/** @typedef {{ name: string, budgetKb: number, bytes: number, files: { file: string, bytes: number }[] }} Weight */

/** @type {Weight[]} */
const weights = JSON.parse(readFileSync(new URL('../../apps/web/dist/weight.json', import.meta.url), 'utf8'))
const kb = (/** @type {number} */ bytes) => `${(bytes / 1_000).toFixed(1)} KB`

console.log('| JavaScript fetched to open | budget | gzipped | files |\n|---|--:|--:|--:|')
for (const { name, budgetKb, bytes, files } of weights) {
  console.log(`| ${name} | ${budgetKb} KB | ${kb(bytes)} | ${files.length} |`)
}
