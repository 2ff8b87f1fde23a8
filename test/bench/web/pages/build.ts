import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the baseline's page and the probe that goes into both pages. @param folder where to put them */
export async function buildPages(folder: string): Promise<{ baseline: string; probe: string }> {
  const [baseline, probe] = [join(folder, 'baseline'), join(folder, 'probe')]
  const quiet = { configFile: false, logLevel: 'warn' } as const
  const target = 'es2022'
  await build({ ...quiet, root: here('../baseline/'), build: { outDir: baseline, emptyOutDir: true, target } })
  await build({
    ...quiet,
    root: here('../probe/'),
    build: {
      outDir: probe,
      emptyOutDir: true,
      target,
      lib: { entry: 'main.ts', formats: ['iife'], name: 'probe', fileName: () => 'probe.js' },
    },
  })
  return { baseline, probe: join(probe, 'probe.js') }
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
