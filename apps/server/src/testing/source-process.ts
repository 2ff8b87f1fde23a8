import { fileURLToPath } from 'node:url'

/** Node options with which another process, or a worker thread, runs this package's TypeScript. */
export const sourceArgv = ['--conditions=source', '--import', new URL('./typescript.mjs', import.meta.url).href]

/** The path of a module of `src/`. */
export function sourcePath(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url))
}
