// P7: print, read and seed of the sample record. Run with `pnpm bench` after `pnpm build`.
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import {
  fillRecord,
  fingerprint,
  implementationRecord,
  parseTemplate,
  printRecord,
  readRecord,
  seedRecord,
} from '@colophon/template'
import * as Y from 'yjs'

const sample = readFileSync(new URL('../../docs/samples/rate-limits.md', import.meta.url), 'utf8')
const repetitions = 200

/** @param {() => unknown} run @returns {{ first: number, median: number }} milliseconds */
function time(run) {
  const times = Array.from({ length: repetitions }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
  const sorted = [...times].sort((a, b) => a - b)
  return { first: times[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 }
}

/** @param {string} text @param {number} times a record with that many times the prose */
function grown(text, times) {
  const prose = 'Shadow mode found three tenants whose cron jobs would have been cut off.'
  return text.replace('### Key Achievements', `${`${prose}\n\n`.repeat(times * 60)}### Key Achievements`)
}

const template = parseTemplate(implementationRecord)

/** @param {string} markdown */
function opened(markdown) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedRecord(template))
  fillRecord(template, doc, readRecord(template, markdown).values)
  return doc
}

/** @type {[string, string, ReturnType<typeof time>][]} */
const rows = [
  ['parse the built-in template', '', time(() => parseTemplate(implementationRecord))],
  ['seed', '≤ 1 ms', time(() => seedRecord(template))],
  ['read the sample', '≤ 25 ms', time(() => readRecord(template, sample))],
]
const state = Y.encodeStateAsUpdate(opened(sample))
const doc = new Y.Doc()
Y.applyUpdate(doc, state)
rows.push(['print the sample', '≤ 5 ms', time(() => printRecord(template, doc))])
rows.push(['fingerprint of the sample', '', time(() => fingerprint(template, doc))])
for (const times of [1, 2, 4]) {
  const markdown = grown(sample, times)
  const size = `${Math.round(markdown.length / 1024)} KB`
  rows.push([`read ${size}`, 'linear', time(() => readRecord(template, markdown))])
  const large = opened(markdown)
  rows.push([`print ${size}`, 'linear', time(() => printRecord(template, large))])
}

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${repetitions} repetitions`)
console.log('| what | goal | median | first |\n|---|---|--:|--:|')
for (const [what, goal, { first, median }] of rows) {
  console.log(`| ${what} | ${goal} | ${median.toFixed(2)} ms | ${first.toFixed(2)} ms |`)
}
