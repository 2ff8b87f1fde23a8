import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'

export interface Page {
  /** As people call it. */
  readonly name: string
  /** The module that the page's route imports. */
  readonly module: string
  /** The page it is a later part of, whose scripts are there by then. */
  readonly after?: string
  /** The most JavaScript that opening it may fetch, in kilobytes (1,000 bytes) as `gzip -9` leaves them. */
  readonly budgetKb: number
}

/** What opening a page fetches. */
interface Weight extends Omit<Page, 'module' | 'after'> {
  readonly files: readonly { readonly file: string; readonly bytes: number }[]
  readonly bytes: number
}

/**
 * Adds up the JavaScript that opening each page fetches: the entry, the page's own chunk and all that they import. Writes
 * it to `weight.json` beside the build, and ends a build in which a page is heavier than its budget.
 * @see docs/spec.md P8
 */
export function weigh(pages: readonly Page[]): Plugin {
  return {
    name: 'weigh',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return
      const weights = pages.map((page) => weightOf(page, bundle))
      await writeFile(join(dir, '..', 'weight.json'), `${JSON.stringify(weights, null, 2)}\n`)
      const heavy = weights.filter(({ bytes, budgetKb }) => bytes > budgetKb * 1_000)
      if (heavy.length === 0) return
      const words = heavy.map(({ name, bytes, budgetKb }) => `${name}: ${bytes / 1_000} KB, budget ${budgetKb} KB`)
      this.error(`A page fetches more JavaScript than its budget allows.\n${words.join('\n')}`)
    },
  }
}

function weightOf({ module, after, ...page }: Page, bundle: Rollup.OutputBundle): Weight {
  const before = after === undefined ? new Set() : fetchedBy(after, bundle)
  const files = [...fetchedBy(module, bundle)]
    .filter((chunk) => !before.has(chunk))
    .map(({ fileName, code }) => ({
      file: fileName,
      bytes: gzipSync(code, { level: constants.Z_BEST_COMPRESSION }).length,
    }))
    .sort((a, b) => b.bytes - a.bytes)
  return { ...page, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** The entry, the chunk of a module that something imports by itself, and all that they import. */
function fetchedBy(module: string, bundle: Rollup.OutputBundle): Set<Rollup.OutputChunk> {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
  const own = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${module}`))
  if (own === undefined) throw new Error(`${module} is no page: no route imports it by itself.`)
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const fetched = new Set<Rollup.OutputChunk>()
  const fetch = (chunk: Rollup.OutputChunk) => {
    if (fetched.has(chunk)) return
    fetched.add(chunk)
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported !== undefined) fetch(imported)
    }
  }
  for (const chunk of chunks) if (chunk.isEntry) fetch(chunk)
  fetch(own)
  return fetched
}
