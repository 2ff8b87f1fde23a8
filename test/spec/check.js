// Checks that every rule in docs/spec.md is quoted by a test's title, and that no test quotes a rule it does not have.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('../..', import.meta.url).pathname
const skipped = new Set(['node_modules', 'dist', '.git', '.types', 'artefacts'])

/** @param {string} folder @returns {string[]} */
function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return testFiles(path)
    return /\.(test|spec)\.tsx?$|contract\.ts$/.test(entry.name) ? [path] : []
  })
}

const rules = new Set(
  [...readFileSync(join(root, 'docs/spec.md'), 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1]),
)
const quoted = new Set(
  testFiles(root).flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(/\b(?:test|it|describe)(?:\.\w+)*\(\s*[`'"]((?:\[[A-Z]\d+\]\s*)+)/g),
    ].flatMap((match) => [...(match[1] ?? '').matchAll(/[A-Z]\d+/g)].map(([id]) => id)),
  ),
)
const untested = [...rules].filter((id) => !quoted.has(id))
const unknown = [...quoted].filter((id) => !rules.has(id))
if (untested.length > 0) console.error(`docs/spec.md has rules that no test quotes: ${untested.join(', ')}`)
if (unknown.length > 0) console.error(`Tests quote rules that docs/spec.md does not have: ${unknown.join(', ')}`)
if (untested.length + unknown.length > 0) process.exit(1)
console.log(`${rules.size} rules, each quoted by a test.`)
