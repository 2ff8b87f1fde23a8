import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../../chromium.js'
import { loadBefore, machineText, versionIn, versions } from '../sync/report/machine.js'
import { serveBaseline } from './pages/baseline.js'
import { buildPages } from './pages/build.js'
import { serveColophon } from './pages/colophon.js'
import { repeat } from './repetition.js'
import { withMarkedPart } from './report/markers.js'
import { rows } from './report/rows.js'
import { sectionOf } from './report/section.js'
import { standingsOf } from './report/standing.js'
import { readTexts } from './texts.js'

/**
 * `pnpm bench:web [-- --repetitions N] [--quick]`: measures the page in Debian's Chromium beside a stock editor, and
 * writes its section of `docs/benchmarks.md`. `--quick` is for trying out: once, with few keys, and it writes nothing.
 * @see docs/spec.md P8
 */
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { repetitions: { type: 'string' }, quick: { type: 'boolean', default: false } },
})
const document = new URL('../../../docs/benchmarks.md', import.meta.url)
/** How many people type besides the one at the browser. */
const others = 30
const repetitions = Number(values.repetitions ?? (values.quick ? 1 : 5))
const load = loadBefore()
build()
const folder = await mkdtemp(join(tmpdir(), 'colophon-web-'))
try {
  const section = await measure()
  console.log(section)
  if (!values.quick) await writeFile(document, withMarkedPart(await readFile(document, 'utf8'), section))
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(): Promise<string> {
  const comparison = await compared()
  const pages = await buildPages(folder)
  const texts = readTexts()
  const baseline = await serveBaseline(pages.baseline, texts)
  const colophon = await serveColophon(texts, others)
  const probe = await readFile(pages.probe, 'utf8')
  const found = []
  try {
    for (let repetition = 1; repetition <= repetitions; repetition += 1) {
      console.log(`Repetition ${repetition} of ${repetitions}…`)
      found.push(await repeat({ colophon, baseline, probe, keys: values.quick ? 20 : 80 }))
    }
  } finally {
    await colophon.stop()
    await baseline.stop()
  }
  return sectionOf(standingsOf(rows, found), {
    date: new Date().toISOString().slice(0, 10),
    machine: await machineText(),
    versions: comparison,
    repetitions,
    loadBefore: load,
  })
}

/** What is measured is what the sources say now. */
function build(): void {
  console.log('Building…')
  const cwd = fileURLToPath(new URL('../../..', import.meta.url))
  execFileSync('npm', ['run', '-s', 'pnpm', '--', 'build'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Asked before anything is measured, because it shows that there is a browser. */
async function compared(): Promise<string> {
  const browser = await chromium.launch(chromiumLaunch)
  const chromiumVersion = browser.version()
  await browser.close()
  const tiptap = versionIn(new URL('../../node_modules/@tiptap/starter-kit/package.json', import.meta.url))
  return `${versions(['colophon'])}, @tiptap/starter-kit ${tiptap}, Chromium ${chromiumVersion}`
}
